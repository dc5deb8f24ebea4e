import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { CompiledBuild } from './compile-build'
import type { Typed } from './page-words'
import { inputValue, isHidden } from './page-words'
import type { ElementNode, TreeNode } from './tree'
import { attribute, flag } from './tree'

/** WeChat's own looks, as far as a picture of a page needs them. */
const base = `
body{margin:0;width:375px;font:16px/1.4 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;-webkit-text-size-adjust:none}
wx-view,wx-scroll-view,wx-swiper,wx-swiper-item,wx-form,wx-picker,wx-radio-group,wx-checkbox-group,wx-page,wx-comp,wx-custom-wrapper{display:block}
wx-comp{display:contents}
wx-scroll-view{overflow:auto}
wx-text,wx-label{display:inline}
wx-text{white-space:pre-line}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden;background-position:center;background-repeat:no-repeat}
wx-button{display:block;margin:0 auto;padding:0 14px;box-sizing:border-box;font-size:18px;line-height:2.5555;text-align:center;border-radius:5px;background:#f8f8f8;color:#000;position:relative;overflow:hidden}
wx-button[disabled]{color:rgba(0,0,0,.3)}
wx-input,wx-textarea{display:block;overflow:hidden;min-height:1.4em}
wx-input input,wx-textarea textarea{all:unset;width:100%;box-sizing:border-box}
[hidden]{display:none!important}`

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => escapes[letter] ?? letter)
}

/** 750rpx are the width of the screen, which is 375 here. */
function inPixels(css: string): string {
  return css.replace(/%%\?(-?[\d.]+)rpx\?%%|(-?[\d.]+)rpx\b/g, (_, marked: string | undefined, bare: string | undefined) => `${Number(marked ?? bare) / 2}px`)
    .replaceAll('%%HERESUFFIX%%', '')
}

function imageStyle(node: ElementNode, root: string): string {
  const source = String(node.attrs['src'] ?? '')
  if (source === '') return ''
  const url = /^(data:|https?:|file:)/.test(source) ? source : pathToFileURL(join(root, source)).href
  const mode = String(node.attrs['mode'] ?? 'scaleToFill')
  const size = mode === 'aspectFill' ? 'cover' : mode === 'aspectFit' || mode.startsWith('width') ? 'contain' : '100% 100%'
  return `background-image:url('${url}');background-size:${size};`
}

function draw(node: TreeNode, root: string, typed: Typed): string {
  if (node.kind === 'text') return escape(node.text)
  const style = (node.tag === 'image' ? imageStyle(node, root) : '') + inPixels(String(node.attrs['style'] ?? ''))
  const attrs = [
    ['class', String(node.attrs['class'] ?? '')], ['id', String(node.attrs['id'] ?? '')], ['style', style],
    ['aria-label', String(attribute(node, 'aria-label') ?? '')], ['role', String(attribute(node, 'aria-role') ?? '')],
  ].filter(([, value]) => value !== '').map(([name, value]) => ` ${name}="${escape(value ?? '')}"`).join('')
  const flags = (flag(node, 'disabled') ? ' disabled' : '') + (isHidden(node) ? ' hidden' : '')
  const inner = node.tag === 'input'
    ? `<input value="${escape(inputValue(node, typed))}" placeholder="${escape(String(attribute(node, 'placeholder') ?? ''))}">`
    : node.tag === 'textarea'
      ? `<textarea placeholder="${escape(String(attribute(node, 'placeholder') ?? ''))}">${escape(inputValue(node, typed))}</textarea>`
      : node.tag === 'rich-text' && typeof node.attrs['nodes'] === 'string' ? node.attrs['nodes'] : node.children.map((child) => draw(child, root, typed)).join('')
  return `<wx-${node.tag}${attrs}${flags}>${inner}</wx-${node.tag}>`
}

/** The page as one HTML document that a browser can show, 375 pixels wide. */
export function staticHtml(page: ElementNode, route: string, compiled: CompiledBuild, root: string, typed: Typed): string {
  const css = ['app.wxss', `${route}.wxss`].map((sheet) => compiled.styles[sheet] ?? '').join('\n')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=375"><style>${base}\n${inPixels(css)}</style></head>`
    + `<body>${page.children.map((child) => draw(child, root, typed)).join('')}</body></html>\n`
}
