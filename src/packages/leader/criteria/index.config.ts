export default definePageConfig({ navigationBarTitleText: '公布什么情况不退' })
