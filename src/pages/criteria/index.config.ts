export default definePageConfig({ navigationBarTitleText: '什么情况不退' })
