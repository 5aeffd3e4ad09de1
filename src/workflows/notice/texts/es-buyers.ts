import type { BuyerTexts } from "./words"

/** What buyers are told. */
export const esBuyers: BuyerTexts = {
  "purchase-confirmed": {
    subject: "Gracias por tu compra #{order}",
    lines: [
      "Hemos recibido tu compra #{order}. El total es {amount}.",
      "Cada tienda envía por separado: {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "El pedido #{order} está en camino",
    lines: [
      "{seller} ha enviado artículos del pedido #{order}.",
      "Número de seguimiento: {tracking}",
    ],
  },
  "order-delivered": {
    subject: "El pedido #{order} fue entregado",
    lines: ["Se entregaron artículos del pedido #{order} de {seller}."],
  },
  "purchase-canceled": {
    subject: "El pedido #{order} fue cancelado",
    lines: [
      "Tu pedido #{order} de {amount} fue cancelado. Lo que pagaste se te devuelve.",
    ],
  },
  "purchase-refunded": {
    subject: "Tu reembolso del pedido #{order}",
    lines: ["{amount} del pedido #{order} vuelven a ti."],
  },
  "return-accepted": {
    subject: "Tu devolución del pedido #{order} está aceptada",
    lines: ["Puedes devolver artículos del pedido #{order}.", "Nota: {reason}"],
  },
  "return-declined": {
    subject: "Tu devolución del pedido #{order} fue rechazada",
    lines: [
      "{seller} rechazó la devolución del pedido #{order}.",
      "Motivo: {reason}",
      "Puedes pedir al mercado que decida.",
    ],
  },
  "return-rejected": {
    subject: "Tu devolución del pedido #{order} no fue aceptada",
    lines: [
      "El mercado no aceptó la devolución del pedido #{order}.",
      "Motivo: {reason}",
    ],
  },
  "review-answered": {
    subject: "{seller} respondió a tu valoración",
    lines: ["{seller} te escribe:", "«{answer}»"],
  },
}
