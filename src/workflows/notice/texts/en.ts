import type { WorkTexts } from "./words"

export const en: WorkTexts = {
  "application-received": {
    subject: "We have your application for {seller}",
    lines: [
      "Thank you: {seller} is with the marketplace team now.",
      "You will hear from us as soon as it is decided.",
    ],
  },
  "application-new": {
    subject: "New application: {seller}",
    lines: [
      "{seller} wants to sell on the marketplace and waits for your decision.",
    ],
  },
  "seller-accepted": {
    subject: "{seller} is open",
    lines: ["Your application was accepted: {seller} can sell from now on."],
    action: "Open the dashboard",
  },
  "seller-rejected": {
    subject: "Your application for {seller} was not accepted",
    lines: [
      "We cannot accept {seller} at the moment.",
      "Reason: {reason}",
      "You may apply again.",
    ],
  },
  "seller-suspended": {
    subject: "{seller} is suspended",
    lines: [
      "{seller} is off the storefront for now. Please fulfil the orders that are open.",
      "Reason: {reason}",
    ],
  },
  "seller-reactivated": {
    subject: "{seller} is back",
    lines: [
      "{seller} sells again: its products are on the storefront as before.",
    ],
    action: "Open the dashboard",
  },
  "seller-invitation": {
    subject: "Sell on our marketplace",
    lines: [
      "You are invited to open a shop on our marketplace. Apply by the link below.",
    ],
    action: "Apply",
  },
  "seller-member-invite": {
    subject: "{seller_name} invites you to its team",
    lines: [
      "You are invited to work at {seller_name}. The link is for you alone and for a short time.",
    ],
    action: "Join the team",
  },
  "member-joined": {
    subject: "{member} joined {seller}",
    lines: [
      "{member} accepted the invitation and belongs to the team of {seller} now.",
    ],
  },
  "member-removed": {
    subject: "{member} left {seller}",
    lines: ["{member} does not belong to the team of {seller} any more."],
  },
  "request-new": {
    subject: "New request: {request}",
    lines: ["“{request}” waits for your decision.", "From: {seller}"],
  },
  "request-escalated": {
    subject: "Escalated: {request}",
    lines: [
      "“{request}” was escalated and waits for your decision.",
      "From: {seller}",
    ],
  },
  "request-accepted": {
    subject: "Accepted: {request}",
    lines: ["Your request “{request}” was accepted.", "Note: {reason}"],
  },
  "request-rejected": {
    subject: "Not accepted: {request}",
    lines: ["Your request “{request}” was not accepted.", "Reason: {reason}"],
  },
  "order-new": {
    subject: "New order #{order}",
    lines: ["{seller} has a new order #{order} of {amount}."],
    action: "See the order",
  },
  "order-canceled": {
    subject: "Order #{order} was cancelled",
    lines: ["Order #{order} of {amount} was cancelled. Please do not ship it."],
    action: "See the order",
  },
  "return-requested": {
    subject: "Return for order #{order}",
    lines: ["The buyer of order #{order} sends goods back."],
    action: "See the order",
  },
  "return-received": {
    subject: "Return for order #{order} arrived",
    lines: ["Goods of order #{order} have come back."],
    action: "See the order",
  },
  "refund-booked": {
    subject: "Refund for order #{order}",
    lines: ["{amount} of order #{order} went back to the buyer."],
    action: "See the order",
  },
  "payout-paid": {
    subject: "Payout of {amount}",
    lines: ["{amount} are on their way to the account of {seller}."],
  },
  "payout-failed": {
    subject: "A payout of {amount} failed",
    lines: [
      "We could not pay {amount} to {seller}. The money is available again; please check the payout account.",
      "Reason: {reason}",
    ],
  },
  "payout-failed-operator": {
    subject: "Payout to {seller} failed",
    lines: ["A payout of {amount} to {seller} failed.", "Reason: {reason}"],
  },
  "payout-returned": {
    subject: "A payout of {amount} came back",
    lines: [
      "The bank returned {amount}. The money is available again; please check the payout account.",
      "Reason: {reason}",
    ],
  },
  "payout-account-changed": {
    subject: "The payout account of {seller} was changed",
    lines: [
      "Payouts of {seller} go to another account from now on, or to none.",
      "If that was not you or your team, tell the marketplace at once. Nothing is paid out for some days.",
    ],
  },
  "payout-account-status": {
    subject: "News of the payout account of {seller}",
    lines: [
      "The payout account of {seller} is now: {state}.",
      "Look at it in the dashboard to see what is still needed.",
    ],
  },
  "statement-issued": {
    subject: "Statement {number} of {seller}",
    lines: ["The statement {number} of {seller} for {period} is ready."],
  },
  "password-reset": {
    subject: "Set a new password",
    lines: [
      "Somebody, hopefully you, asked for a new password. If not, ignore this mail: nothing has changed.",
    ],
    action: "Set a new password",
  },
  digest: {
    subject: "Your day at {seller}",
    lines: ["This is what happened at {seller}:"],
  },
  "seller-terminated": {
    subject: "{seller} is closed",
    lines: [
      "{seller} has left the marketplace for good. What it earned is still paid out.",
      "Reason: {reason}",
    ],
  },
  "owner-changed": {
    subject: "{seller} has a new owner",
    lines: ["{member} owns {seller} from now on."],
  },
  "member-invited": {
    subject: "{member} was invited to {seller}",
    lines: [
      "{member} was invited to the team of {seller}.",
      "If that was none of you, withdraw the invitation in the dashboard.",
    ],
  },
  "return-asked": {
    subject: "Order #{order}: the buyer asks for a return",
    lines: [
      "The buyer of order #{order} asks to send goods back. Please accept or decline.",
      "Note: {note}",
    ],
    action: "See the order",
  },
  "return-escalated": {
    subject: "Order #{order}: the return is escalated",
    lines: [
      "The buyer of order #{order} from {seller} asks the marketplace to decide about the return.",
      "Reason of the shop: {reason}",
    ],
  },
  "return-withdrawn": {
    subject: "Order #{order}: no return after all",
    lines: ["The buyer of order #{order} does not ask for a return any more."],
    action: "See the order",
  },
  "return-refused": {
    subject: "Order #{order}: the return was refused",
    lines: [
      "The marketplace refused the return of order #{order}.",
      "Reason: {reason}",
    ],
    action: "See the order",
  },
  "review-new": {
    subject: "New review: {rating} of 5",
    lines: ["A customer of {seller} gave {rating} of 5.", "“{note}”"],
  },
  "stock-low": {
    subject: "{item} is running out",
    lines: ["{seller} has {available} left of {item} at one of its locations."],
  },
  "dispute-opened": {
    subject: "Dispute about order #{order}",
    lines: [
      "The buyer disputes {amount} of order #{order}. The amount is withheld until that is decided.",
      "Reason: {reason}",
    ],
    action: "See the order",
  },
  "dispute-new": {
    subject: "Dispute about order #{order}",
    lines: [
      "The buyer disputes {amount} of order #{order}.",
      "Shop: {seller}",
      "Reason: {reason}",
    ],
  },
  "dispute-won": {
    subject: "Dispute about order #{order} won",
    lines: ["The dispute is won: {amount} of order #{order} are back."],
    action: "See the order",
  },
  "dispute-lost": {
    subject: "Dispute about order #{order} lost",
    lines: [
      "The dispute is lost: {amount} of order #{order} stay with the buyer.",
    ],
    action: "See the order",
  },
  "payout-hold": {
    subject: "Payouts to {seller} are on hold",
    lines: [
      "Nothing is paid out to {seller} until {until}.",
      "Reason: {reason}",
    ],
  },
  "payout-hold-ended": {
    subject: "Payouts to {seller} go on",
    lines: ["Payouts to {seller} are made as usual again."],
  },
  "floor-reached": {
    subject: "{seller} owes more than allowed",
    lines: [
      "The balance of {seller} is {amount}. Nothing is paid out until it has recovered.",
    ],
  },
  "invariant-violated": {
    subject: "The check {check} found something",
    lines: [
      "The check {check} found {count} wrong rows. Please look at the health of the marketplace.",
    ],
  },
  "email-verification": {
    subject: "Confirm your e-mail address",
    lines: [
      "Your code: {code}",
      "If you did not ask for it, ignore this mail.",
    ],
  },
}
