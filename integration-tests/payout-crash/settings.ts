/** Call time-outs, leases and the rail's memory are in the proportions of real ones, but short. */
export const crashSettings = {
  callTimeoutSeconds: 0.3,
  retrySeconds: 0.05,
  keyWindowSeconds: 1.5,
}
