export default definePageConfig({ navigationBarTitleText: '还没告诉到' })
