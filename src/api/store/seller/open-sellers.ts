/** Sellers whose page and goods shoppers see at `now`: active and not on vacation. */
export function openSellers(now: Date) {
  return {
    status: "active" as const,
    $or: [
      { vacation_from: null },
      { vacation_from: { $gt: now } },
      { vacation_until: { $lte: now } },
    ],
  }
}
