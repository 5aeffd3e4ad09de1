import type { WorkTexts } from "./words"

export const de: WorkTexts = {
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
  "seller-terminated": {
    subject: "{seller} ist geschlossen",
    lines: [
      "{seller} hat den Marktplatz endgültig verlassen. Was verdient wurde, wird noch ausgezahlt.",
      "Grund: {reason}",
    ],
  },
  "owner-changed": {
    subject: "{seller} hat einen neuen Inhaber",
    lines: ["Inhaber von {seller} ist ab jetzt {member}."],
  },
  "member-invited": {
    subject: "{member} wurde zu {seller} eingeladen",
    lines: [
      "{member} wurde in das Team von {seller} eingeladen.",
      "Wenn das niemand von Ihnen war, ziehen Sie die Einladung in der Übersicht zurück.",
    ],
  },
  "return-asked": {
    subject: "Bestellung #{order}: Rücksendung gewünscht",
    lines: [
      "Der Käufer von Bestellung #{order} möchte Ware zurücksenden. Bitte nehmen Sie an oder lehnen Sie ab.",
      "Anmerkung: {note}",
    ],
    action: "Zur Bestellung",
  },
  "return-escalated": {
    subject: "Bestellung #{order}: Rücksendung eskaliert",
    lines: [
      "Der Käufer von Bestellung #{order} bei {seller} bittet den Marktplatz, über die Rücksendung zu entscheiden.",
      "Begründung des Shops: {reason}",
    ],
  },
  "return-withdrawn": {
    subject: "Bestellung #{order}: doch keine Rücksendung",
    lines: [
      "Der Käufer von Bestellung #{order} möchte nichts mehr zurücksenden.",
    ],
    action: "Zur Bestellung",
  },
  "return-refused": {
    subject: "Bestellung #{order}: Rücksendung abgelehnt",
    lines: [
      "Der Marktplatz hat die Rücksendung zu Bestellung #{order} abgelehnt.",
      "Grund: {reason}",
    ],
    action: "Zur Bestellung",
  },
  "review-new": {
    subject: "Neue Bewertung: {rating} von 5",
    lines: ["Jemand hat {seller} mit {rating} von 5 bewertet.", "„{note}“"],
  },
  "stock-low": {
    subject: "{item} geht zur Neige",
    lines: [
      "{seller} hat an einem Standort nur noch {available} Stück: {item}.",
    ],
  },
  "dispute-opened": {
    subject: "Zahlungsstreit zu Bestellung #{order}",
    lines: [
      "Der Käufer bestreitet {amount} aus Bestellung #{order}. Der Betrag wird einbehalten, bis darüber entschieden ist.",
      "Grund: {reason}",
    ],
    action: "Zur Bestellung",
  },
  "dispute-new": {
    subject: "Zahlungsstreit zu Bestellung #{order}",
    lines: [
      "Der Käufer bestreitet {amount} aus Bestellung #{order}.",
      "Shop: {seller}",
      "Grund: {reason}",
    ],
  },
  "dispute-won": {
    subject: "Zahlungsstreit zu Bestellung #{order} gewonnen",
    lines: [
      "Der Streit ist gewonnen: {amount} aus Bestellung #{order} sind zurück.",
    ],
    action: "Zur Bestellung",
  },
  "dispute-lost": {
    subject: "Zahlungsstreit zu Bestellung #{order} verloren",
    lines: [
      "Der Streit ist verloren: {amount} aus Bestellung #{order} bleiben beim Käufer.",
    ],
    action: "Zur Bestellung",
  },
  "payout-hold": {
    subject: "Auszahlungen an {seller} sind angehalten",
    lines: [
      "Bis {until} wird nichts an {seller} ausgezahlt.",
      "Grund: {reason}",
    ],
  },
  "payout-hold-ended": {
    subject: "Auszahlungen an {seller} gehen weiter",
    lines: ["{seller} wird wieder wie gewohnt ausgezahlt."],
  },
  "floor-reached": {
    subject: "{seller} schuldet mehr als erlaubt",
    lines: [
      "Der Saldo von {seller} beträgt {amount}. Bis er sich erholt hat, wird nichts ausgezahlt.",
    ],
  },
  "invariant-violated": {
    subject: "Die Prüfung {check} hat etwas gefunden",
    lines: [
      "Die Prüfung {check} hat {count} falsche Zeilen gefunden. Bitte sehen Sie sich den Zustand des Marktplatzes an.",
    ],
  },
  "email-verification": {
    subject: "Bestätigen Sie Ihre E-Mail-Adresse",
    lines: [
      "Ihr Code: {code}",
      "Wenn Sie ihn nicht angefordert haben, ignorieren Sie diese Mail.",
    ],
  },
}
