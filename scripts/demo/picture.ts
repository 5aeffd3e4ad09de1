import sharp from "sharp"
import { sellerShops } from "../catalogue/market"
import { logIn, type Client } from "../http"
import { step } from "../progress"
import { objectStore } from "../services/object-store"
import type { Checks } from "./checks"

/** A seller's picture is kept by S3: whoever has its address sees it. */
export async function showPicture({
  store,
  checks,
}: {
  store: Client
  checks: Checks
}): Promise<void> {
  const [shop] = sellerShops
  if (!shop) {
    throw new Error("A shop is missing")
  }
  const seller = await logIn(store, "seller", shop.owner)
  const url = await step(`${shop.name} uploads a picture`, async () => {
    const background = { r: 20, g: 90, b: 160 }
    const picture = await sharp({
      create: { width: 64, height: 48, channels: 3, background },
    })
      .png()
      .toBuffer()
    const form = new FormData()
    const file = new Blob([new Uint8Array(picture)], { type: "image/png" })
    form.append("files", file, "bicycle.png")
    const { files } = await seller.send<{ files: { url: string }[] }>(
      "/vendor/uploads",
      form
    )
    return files[0]?.url ?? ""
  })
  const answer = await fetch(url)
  const { width } = await sharp(await answer.arrayBuffer()).metadata()
  const isInBucket = url.includes(`/${objectStore.bucket}/`)
  checks.equal(`${shop.name}: its picture is kept by S3`, isInBucket, true)
  checks.equal(`${shop.name}: its address shows it`, width, 64)
}
