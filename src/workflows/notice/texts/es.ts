import type { WorkTexts } from "./words"

export const es: WorkTexts = {
  "application-received": {
    subject: "Hemos recibido tu solicitud para {seller}",
    lines: [
      "Gracias: el equipo del mercado ya tiene la solicitud de {seller}.",
      "Te avisaremos en cuanto se decida.",
    ],
  },
  "application-new": {
    subject: "Nueva solicitud: {seller}",
    lines: ["{seller} quiere vender en el mercado y espera tu decisión."],
  },
  "seller-accepted": {
    subject: "{seller} está abierta",
    lines: ["Tu solicitud fue aceptada: {seller} puede vender desde ahora."],
    action: "Abrir el panel",
  },
  "seller-rejected": {
    subject: "Tu solicitud para {seller} no fue aceptada",
    lines: [
      "Por ahora no podemos aceptar a {seller}.",
      "Motivo: {reason}",
      "Puedes volver a solicitarlo.",
    ],
  },
  "seller-suspended": {
    subject: "{seller} está suspendida",
    lines: [
      "{seller} no aparece en la tienda por ahora. Atiende los pedidos abiertos.",
      "Motivo: {reason}",
    ],
  },
  "seller-reactivated": {
    subject: "{seller} ha vuelto",
    lines: [
      "{seller} vuelve a vender: sus productos están en la tienda como antes.",
    ],
    action: "Abrir el panel",
  },
  "seller-invitation": {
    subject: "Vende en nuestro mercado",
    lines: [
      "Te invitamos a abrir una tienda en nuestro mercado. Solicítalo en el enlace.",
    ],
    action: "Solicitar",
  },
  "seller-member-invite": {
    subject: "{seller_name} te invita a su equipo",
    lines: [
      "Te invitan a trabajar en {seller_name}. El enlace es solo para ti y por poco tiempo.",
    ],
    action: "Unirse al equipo",
  },
  "member-joined": {
    subject: "{member} se ha unido a {seller}",
    lines: [
      "{member} aceptó la invitación y ya forma parte del equipo de {seller}.",
    ],
  },
  "member-removed": {
    subject: "{member} ha dejado {seller}",
    lines: ["{member} ya no forma parte del equipo de {seller}."],
  },
  "request-new": {
    subject: "Nueva petición: {request}",
    lines: ["«{request}» espera tu decisión.", "De: {seller}"],
  },
  "request-escalated": {
    subject: "Escalada: {request}",
    lines: ["«{request}» fue escalada y espera tu decisión.", "De: {seller}"],
  },
  "request-accepted": {
    subject: "Aceptada: {request}",
    lines: ["Tu petición «{request}» fue aceptada.", "Nota: {reason}"],
  },
  "request-rejected": {
    subject: "No aceptada: {request}",
    lines: ["Tu petición «{request}» no fue aceptada.", "Motivo: {reason}"],
  },
  "order-new": {
    subject: "Nuevo pedido #{order}",
    lines: ["{seller} tiene un nuevo pedido #{order} de {amount}."],
    action: "Ver el pedido",
  },
  "order-canceled": {
    subject: "Pedido #{order} cancelado",
    lines: ["El pedido #{order} de {amount} fue cancelado. No lo envíes."],
    action: "Ver el pedido",
  },
  "return-requested": {
    subject: "Devolución del pedido #{order}",
    lines: ["El comprador del pedido #{order} devuelve artículos."],
    action: "Ver el pedido",
  },
  "return-received": {
    subject: "Llegó la devolución del pedido #{order}",
    lines: ["Los artículos del pedido #{order} han vuelto."],
    action: "Ver el pedido",
  },
  "refund-booked": {
    subject: "Reembolso del pedido #{order}",
    lines: ["{amount} del pedido #{order} volvieron al comprador."],
    action: "Ver el pedido",
  },
  "payout-paid": {
    subject: "Pago de {amount}",
    lines: ["{amount} van de camino a la cuenta de {seller}."],
  },
  "payout-failed": {
    subject: "Un pago de {amount} falló",
    lines: [
      "No pudimos pagar {amount} a {seller}. El dinero vuelve a estar disponible; revisa la cuenta de pago.",
      "Motivo: {reason}",
    ],
  },
  "payout-failed-operator": {
    subject: "Falló el pago a {seller}",
    lines: ["Falló un pago de {amount} a {seller}.", "Motivo: {reason}"],
  },
  "payout-returned": {
    subject: "Un pago de {amount} fue devuelto",
    lines: [
      "El banco devolvió {amount}. El dinero vuelve a estar disponible; revisa la cuenta de pago.",
      "Motivo: {reason}",
    ],
  },
  "payout-account-changed": {
    subject: "La cuenta de pago de {seller} ha cambiado",
    lines: [
      "Los pagos a {seller} irán desde ahora a otra cuenta, o a ninguna.",
      "Si no fuisteis tú ni tu equipo, avisa al mercado de inmediato. Durante unos días no se paga nada.",
    ],
  },
  "payout-account-status": {
    subject: "Novedades de la cuenta de pago de {seller}",
    lines: [
      "La cuenta de pago de {seller} está ahora: {state}.",
      "En el panel verás qué falta todavía.",
    ],
  },
  "statement-issued": {
    subject: "Liquidación {number} de {seller}",
    lines: ["La liquidación {number} de {seller} de {period} está lista."],
  },
  "password-reset": {
    subject: "Crea una contraseña nueva",
    lines: [
      "Alguien, ojalá tú, pidió una contraseña nueva. Si no fuiste tú, ignora este correo: nada ha cambiado.",
    ],
    action: "Crear contraseña",
  },
  digest: {
    subject: "Tu día en {seller}",
    lines: ["Esto es lo que ocurrió en {seller}:"],
  },
  "seller-terminated": {
    subject: "{seller} está cerrada",
    lines: [
      "{seller} ha dejado el mercado para siempre. Lo que ganó todavía se paga.",
      "Motivo: {reason}",
    ],
  },
  "owner-changed": {
    subject: "{seller} tiene una nueva persona titular",
    lines: ["{member} es titular de {seller} desde ahora."],
  },
  "member-invited": {
    subject: "Invitación a {seller} para {member}",
    lines: [
      "Se ha invitado a {member} al equipo de {seller}.",
      "Si no fue nadie de vosotros, retira la invitación en el panel.",
    ],
  },
  "return-asked": {
    subject: "Pedido #{order}: piden una devolución",
    lines: [
      "El comprador del pedido #{order} quiere devolver artículos. Acepta o rechaza la devolución.",
      "Nota: {note}",
    ],
    action: "Ver el pedido",
  },
  "return-escalated": {
    subject: "Pedido #{order}: devolución escalada",
    lines: [
      "El comprador del pedido #{order} de {seller} pide al mercado que decida sobre la devolución.",
      "Motivo de la tienda: {reason}",
    ],
  },
  "return-withdrawn": {
    subject: "Pedido #{order}: ya no hay devolución",
    lines: ["El comprador del pedido #{order} ya no quiere devolver nada."],
    action: "Ver el pedido",
  },
  "return-refused": {
    subject: "Pedido #{order}: devolución rechazada",
    lines: [
      "El mercado rechazó la devolución del pedido #{order}.",
      "Motivo: {reason}",
    ],
    action: "Ver el pedido",
  },
  "review-new": {
    subject: "Nueva valoración: {rating} de 5",
    lines: [
      "{seller} ha recibido una valoración de {rating} sobre 5.",
      "«{note}»",
    ],
  },
  "stock-low": {
    subject: "Se agota: {item}",
    lines: [
      "En uno de los almacenes de {seller} quedan {available} unidades de {item}.",
    ],
  },
  "dispute-opened": {
    subject: "Disputa por el pedido #{order}",
    lines: [
      "El comprador disputa {amount} del pedido #{order}. El importe queda retenido hasta que se decida.",
      "Motivo: {reason}",
    ],
    action: "Ver el pedido",
  },
  "dispute-new": {
    subject: "Disputa por el pedido #{order}",
    lines: [
      "El comprador disputa {amount} del pedido #{order}.",
      "Tienda: {seller}",
      "Motivo: {reason}",
    ],
  },
  "dispute-won": {
    subject: "Disputa por el pedido #{order} ganada",
    lines: ["La disputa está ganada: {amount} del pedido #{order} han vuelto."],
    action: "Ver el pedido",
  },
  "dispute-lost": {
    subject: "Disputa por el pedido #{order} perdida",
    lines: [
      "La disputa está perdida: {amount} del pedido #{order} se quedan con el comprador.",
    ],
    action: "Ver el pedido",
  },
  "payout-hold": {
    subject: "Los pagos a {seller} están retenidos",
    lines: ["No se paga nada a {seller} hasta el {until}.", "Motivo: {reason}"],
  },
  "payout-hold-ended": {
    subject: "Los pagos a {seller} continúan",
    lines: ["Los pagos a {seller} vuelven a hacerse como siempre."],
  },
  "floor-reached": {
    subject: "{seller} debe más de lo permitido",
    lines: [
      "El saldo de {seller} es de {amount}. No se paga nada hasta que se recupere.",
    ],
  },
  "invariant-violated": {
    subject: "La comprobación {check} encontró algo",
    lines: [
      "La comprobación {check} encontró {count} filas incorrectas. Revisa el estado del mercado.",
    ],
  },
  "email-verification": {
    subject: "Confirma tu dirección de correo",
    lines: ["Tu código: {code}", "Si no lo pediste, ignora este correo."],
  },
}
