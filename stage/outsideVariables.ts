import type { Outside } from '../devcloud/outside/outside'

/** The courier's settings that point it at services on this machine, as a deployment's point it at the real ones. */
export function outsideVariables({ robotUrl, smsUrl, smtpUrl, smsAccount: { secretId, secretKey, appId, templates } }: Outside): Record<string, string> {
  const [urgent = '', code = ''] = templates
  return {
    ROBOT_URL: robotUrl, SMTP_URL: smtpUrl, MAIL_FROM: 'tuanhou@example.com',
    SMS_URL: smsUrl, SMS_SECRET_ID: secretId, SMS_SECRET_KEY: secretKey, SMS_APP_ID: appId, SMS_SIGN: '团后', SMS_URGENT_TEMPLATE: urgent, SMS_CODE_TEMPLATE: code,
  }
}
