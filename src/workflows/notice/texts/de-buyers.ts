import type { BuyerTexts } from "./words"

/** What buyers are told. */
export const deBuyers: BuyerTexts = {
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
  "return-accepted": {
    subject: "Ihre Rücksendung zu Bestellung #{order} ist angenommen",
    lines: [
      "Sie können Ware aus Bestellung #{order} zurücksenden.",
      "Anmerkung: {reason}",
    ],
  },
  "return-declined": {
    subject: "Ihre Rücksendung zu Bestellung #{order} wurde abgelehnt",
    lines: [
      "{seller} hat die Rücksendung zu Bestellung #{order} abgelehnt.",
      "Grund: {reason}",
      "Sie können den Marktplatz um eine Entscheidung bitten.",
    ],
  },
  "return-rejected": {
    subject: "Ihre Rücksendung zu Bestellung #{order} wurde nicht angenommen",
    lines: [
      "Der Marktplatz hat die Rücksendung zu Bestellung #{order} nicht angenommen.",
      "Grund: {reason}",
    ],
  },
  "review-answered": {
    subject: "{seller} hat auf Ihre Bewertung geantwortet",
    lines: ["{seller} schreibt Ihnen:", "„{answer}“"],
  },
}
