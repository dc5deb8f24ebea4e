/**
 * Where the cloud's HTTP API is: CloudBase's own gateway of the environment that the build was made for (TARO_APP_CLOUD_ENV), else wherever this
 * page came from, as on one's own machine.
 */
const env = process.env.TARO_APP_CLOUD_ENV ?? ''
export const GATEWAY: string = env === '' ? '' : `https://${env}.api.tcloudbasegateway.com`
