import type { Texts } from "./words"

export const de: Texts = {
  "application-received": {
    subject: "Ihre Bewerbung für {seller} ist angekommen",
    lines: [
      "Vielen Dank: {seller} liegt jetzt dem Team des Marktplatzes vor.",
      "Sie hören von uns, sobald entschieden ist.",
    ],
  },
  "application-new": {
    subject: "Neue Bewerbung: {seller}",
    lines: [
      "{seller} möchte auf dem Marktplatz verkaufen und wartet auf Ihre Entscheidung.",
    ],
  },
  "seller-accepted": {
    subject: "{seller} ist eröffnet",
    lines: [
      "Ihre Bewerbung wurde angenommen: {seller} kann ab sofort verkaufen.",
    ],
    action: "Zur Übersicht",
  },
  "seller-rejected": {
    subject: "Ihre Bewerbung für {seller} wurde nicht angenommen",
    lines: [
      "Wir können {seller} derzeit nicht aufnehmen.",
      "Grund: {reason}",
      "Sie können sich erneut bewerben.",
    ],
  },
  "seller-suspended": {
    subject: "{seller} ist gesperrt",
    lines: [
      "{seller} ist vorerst nicht im Shop zu sehen. Bitte erfüllen Sie offene Bestellungen.",
      "Grund: {reason}",
    ],
  },
  "seller-reactivated": {
    subject: "{seller} ist wieder da",
    lines: ["{seller} verkauft wieder: die Produkte sind im Shop wie zuvor."],
    action: "Zur Übersicht",
  },
  "seller-invitation": {
    subject: "Verkaufen Sie auf unserem Marktplatz",
    lines: [
      "Sie sind eingeladen, einen Shop auf unserem Marktplatz zu eröffnen. Bewerben Sie sich über den Link.",
    ],
    action: "Bewerben",
  },
  "seller-member-invite": {
    subject: "{seller_name} lädt Sie in sein Team ein",
    lines: [
      "Sie sind eingeladen, bei {seller_name} mitzuarbeiten. Der Link gilt nur für Sie und nur kurze Zeit.",
    ],
    action: "Dem Team beitreten",
  },
  "member-joined": {
    subject: "{member} gehört jetzt zu {seller}",
    lines: [
      "{member} hat die Einladung angenommen und gehört jetzt zum Team von {seller}.",
    ],
  },
  "member-removed": {
    subject: "{member} hat {seller} verlassen",
    lines: ["{member} gehört nicht mehr zum Team von {seller}."],
  },
  "request-new": {
    subject: "Neue Anfrage: {request}",
    lines: ["„{request}“ wartet auf Ihre Entscheidung.", "Von: {seller}"],
  },
  "request-escalated": {
    subject: "Eskaliert: {request}",
    lines: [
      "„{request}“ wurde eskaliert und wartet auf Ihre Entscheidung.",
      "Von: {seller}",
    ],
  },
  "request-accepted": {
    subject: "Angenommen: {request}",
    lines: [
      "Ihre Anfrage „{request}“ wurde angenommen.",
      "Anmerkung: {reason}",
    ],
  },
  "request-rejected": {
    subject: "Nicht angenommen: {request}",
    lines: [
      "Ihre Anfrage „{request}“ wurde nicht angenommen.",
      "Grund: {reason}",
    ],
  },
  "order-new": {
    subject: "Neue Bestellung #{order}",
    lines: ["{seller} hat eine neue Bestellung #{order} über {amount}."],
    action: "Zur Bestellung",
  },
  "order-canceled": {
    subject: "Bestellung #{order} wurde storniert",
    lines: [
      "Bestellung #{order} über {amount} wurde storniert. Bitte nicht versenden.",
    ],
    action: "Zur Bestellung",
  },
  "return-requested": {
    subject: "Rücksendung zu Bestellung #{order}",
    lines: ["Zu Bestellung #{order} kommt Ware zurück."],
    action: "Zur Bestellung",
  },
  "return-received": {
    subject: "Rücksendung zu Bestellung #{order} ist da",
    lines: ["Ware aus Bestellung #{order} ist zurück."],
    action: "Zur Bestellung",
  },
  "refund-booked": {
    subject: "Erstattung zu Bestellung #{order}",
    lines: ["{amount} aus Bestellung #{order} gingen an den Käufer zurück."],
    action: "Zur Bestellung",
  },
  "payout-paid": {
    subject: "Auszahlung von {amount}",
    lines: ["{amount} sind auf dem Weg zum Konto von {seller}."],
  },
  "payout-failed": {
    subject: "Eine Auszahlung von {amount} ist gescheitert",
    lines: [
      "Wir konnten {amount} nicht an {seller} auszahlen. Das Geld ist wieder verfügbar; bitte prüfen Sie das Auszahlungskonto.",
      "Grund: {reason}",
    ],
  },
  "payout-failed-operator": {
    subject: "Auszahlung an {seller} gescheitert",
    lines: [
      "Eine Auszahlung von {amount} an {seller} ist gescheitert.",
      "Grund: {reason}",
    ],
  },
  "payout-returned": {
    subject: "Eine Auszahlung von {amount} kam zurück",
    lines: [
      "Die Bank hat {amount} zurückgegeben. Das Geld ist wieder verfügbar; bitte prüfen Sie das Auszahlungskonto.",
      "Grund: {reason}",
    ],
  },
  "payout-account-changed": {
    subject: "Das Auszahlungskonto von {seller} wurde geändert",
    lines: [
      "Auszahlungen von {seller} gehen ab jetzt auf ein anderes Konto oder auf keines.",
      "Wenn Sie und Ihr Team das nicht waren, melden Sie sich sofort beim Marktplatz. Einige Tage wird nichts ausgezahlt.",
    ],
  },
  "payout-account-status": {
    subject: "Neues vom Auszahlungskonto von {seller}",
    lines: [
      "Das Auszahlungskonto von {seller} ist jetzt: {state}.",
      "Was noch fehlt, sehen Sie in der Übersicht.",
    ],
  },
  "statement-issued": {
    subject: "Abrechnung {number} von {seller}",
    lines: ["Die Abrechnung {number} von {seller} für {period} ist fertig."],
  },
  "purchase-confirmed": {
    subject: "Vielen Dank für Ihren Einkauf #{order}",
    lines: [
      "Ihr Einkauf #{order} ist eingegangen. Die Summe ist {amount}.",
      "Jeder Shop versendet selbst: {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "Bestellung #{order} ist unterwegs",
    lines: [
      "{seller} hat Ware aus Bestellung #{order} versendet.",
      "Sendungsnummer: {tracking}",
    ],
  },
  "order-delivered": {
    subject: "Bestellung #{order} wurde zugestellt",
    lines: ["Ware aus Bestellung #{order} von {seller} wurde zugestellt."],
  },
  "purchase-canceled": {
    subject: "Bestellung #{order} wurde storniert",
    lines: [
      "Ihre Bestellung #{order} über {amount} wurde storniert. Was Sie dafür gezahlt haben, erhalten Sie zurück.",
    ],
  },
  "purchase-refunded": {
    subject: "Ihre Erstattung zu Bestellung #{order}",
    lines: [
      "{amount} zu Bestellung #{order} sind auf dem Weg zurück zu Ihnen.",
    ],
  },
  "password-reset": {
    subject: "Neues Passwort setzen",
    lines: [
      "Jemand, hoffentlich Sie, hat ein neues Passwort angefordert. Wenn nicht, ignorieren Sie diese Mail: es hat sich nichts geändert.",
    ],
    action: "Neues Passwort setzen",
  },
  digest: {
    subject: "Ihr Tag bei {seller}",
    lines: ["Das ist bei {seller} geschehen:"],
  },
}
