import type { BuyerTexts } from "./words"

/** What buyers are told. */
export const enBuyers: BuyerTexts = {
  "purchase-confirmed": {
    subject: "Thank you for your purchase #{order}",
    lines: [
      "We have your purchase #{order}. The total is {amount}.",
      "Each shop ships by itself: {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "Order #{order} is on its way",
    lines: [
      "{seller} has shipped goods of order #{order}.",
      "Tracking number: {tracking}",
    ],
  },
  "order-delivered": {
    subject: "Order #{order} was delivered",
    lines: ["Goods of order #{order} from {seller} were delivered."],
  },
  "purchase-canceled": {
    subject: "Order #{order} was cancelled",
    lines: [
      "Your order #{order} of {amount} was cancelled. What you paid for it goes back to you.",
    ],
  },
  "purchase-refunded": {
    subject: "Your refund for order #{order}",
    lines: ["{amount} for order #{order} are on their way back to you."],
  },
  "return-accepted": {
    subject: "Your return for order #{order} is accepted",
    lines: ["You may send back goods of order #{order}.", "Note: {reason}"],
  },
  "return-declined": {
    subject: "Your return for order #{order} was declined",
    lines: [
      "{seller} declined the return for order #{order}.",
      "Reason: {reason}",
      "You may ask the marketplace to decide.",
    ],
  },
  "return-rejected": {
    subject: "Your return for order #{order} was not accepted",
    lines: [
      "The marketplace did not accept the return for order #{order}.",
      "Reason: {reason}",
    ],
  },
  "review-answered": {
    subject: "{seller} answered your review",
    lines: ["{seller} wrote to you:", "“{answer}”"],
  },
}
