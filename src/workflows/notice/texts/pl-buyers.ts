import type { BuyerTexts } from "./words"

/** What buyers are told. */
export const plBuyers: BuyerTexts = {
  "purchase-confirmed": {
    subject: "Dziękujemy za zakupy #{order}",
    lines: [
      "Otrzymaliśmy zakupy #{order}. Suma: {amount}.",
      "Każdy sklep wysyła osobno: {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "Zamówienie #{order} jest w drodze",
    lines: [
      "Sklep {seller} wysłał towar z zamówienia #{order}.",
      "Numer przesyłki: {tracking}",
    ],
  },
  "order-delivered": {
    subject: "Zamówienie #{order} doręczono",
    lines: ["Towar z zamówienia #{order} ze sklepu {seller} doręczono."],
  },
  "purchase-canceled": {
    subject: "Zamówienie #{order} anulowano",
    lines: [
      "Zamówienie #{order} na kwotę {amount} anulowano. Zapłacona kwota zostanie zwrócona.",
    ],
  },
  "purchase-refunded": {
    subject: "Zwrot pieniędzy za zamówienie #{order}",
    lines: ["Kwota {amount} za zamówienie #{order} wraca do Ciebie."],
  },
  "return-accepted": {
    subject: "Zwrot do zamówienia #{order} przyjęto",
    lines: ["Możesz odesłać towar z zamówienia #{order}.", "Uwaga: {reason}"],
  },
  "return-declined": {
    subject: "Zwrot do zamówienia #{order} odrzucono",
    lines: [
      "Sklep {seller} odrzucił zwrot do zamówienia #{order}.",
      "Powód: {reason}",
      "Możesz poprosić platformę o decyzję.",
    ],
  },
  "return-rejected": {
    subject: "Zwrotu do zamówienia #{order} nie przyjęto",
    lines: [
      "Platforma nie przyjęła zwrotu do zamówienia #{order}.",
      "Powód: {reason}",
    ],
  },
  "review-answered": {
    subject: "Sklep {seller} odpowiedział na Twoją opinię",
    lines: ["Wiadomość od sklepu {seller}:", "„{answer}”"],
  },
}
