export default definePageConfig({ navigationBarTitleText: '谁先看、钱找谁' })
