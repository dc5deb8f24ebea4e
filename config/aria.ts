/** The part of Taro's platform that this plugin touches. */
interface WeappPlatform {
  template: { modifyCompProps?: (name: string, props: Record<string, string>) => Record<string, string> }
}
interface PluginContext {
  registerMethod: (method: { name: string; fn: (platform: WeappPlatform) => void }) => void
}

/** Components that people touch or read. */
const SPOKEN = new Set(['view', 'text', 'image', 'button', 'input', 'textarea'])

/**
 * Taro's weapp templates drop aria attributes; this lets `aria-role` and `aria-label` through, so that WeChat's screen reader
 * has something to say. Added where templates are written, not to the component list: that would shift the short names
 * which the running app uses for every other property.
 */
export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const before = platform.template.modifyCompProps?.bind(platform.template)
      platform.template.modifyCompProps = (name, props) => {
        const all = before ? before(name, props) : props
        return SPOKEN.has(name) ? { ...all, 'aria-role': '', 'aria-label': '' } : all
      }
    },
  })
}
