import { Text } from '@tarojs/components'
import { Page } from '../../../components/Page/Page'

export default function Placeholder() {
  return <Page><Text>接受邀请</Text></Page>
}
