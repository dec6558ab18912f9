/** Hosts whose links open a private messenger, and what they open. */
export const MESSENGER_HOSTS: ReadonlyMap<string, Messenger> = new Map([
  ['t.me', 'telegram'],
  ['telegram.me', 'telegram'],
  ['telegram.dog', 'telegram'],
  ['wa.me', 'whatsapp'],
  ['wa.link', 'whatsapp'],
  ['api.whatsapp.com', 'whatsapp'],
  ['chat.whatsapp.com', 'whatsapp'],
  ['line.me', 'line'],
  ['lin.ee', 'line'],
  ['zalo.me', 'zalo'],
  ['m.me', 'messenger'],
  ['viber.com', 'viber'],
  ['chats.viber.com', 'viber'],
  ['signal.me', 'signal'],
  ['signal.group', 'signal'],
  ['u.wechat.com', 'wechat'],
  ['open.kakao.com', 'kakao'],
  ['discord.gg', 'discord'],
]);

export type Messenger =
  | 'telegram'
  | 'whatsapp'
  | 'line'
  | 'zalo'
  | 'messenger'
  | 'viber'
  | 'signal'
  | 'wechat'
  | 'kakao'
  | 'discord';

/** Hosts that hide the address a link leads to. */
export const SHORTENERS: ReadonlySet<string> = new Set(
  'bit.ly tinyurl.com cutt.ly goo.gl is.gd v.gd ow.ly rb.gy t.ly s.id shorturl.at shorturl.asia tiny.cc rebrand.ly bl.ink buff.ly lihi.cc lihi1.cc reurl.cc pse.is ppt.cc t.cn url.cn dwz.cn suo.im vk.cc clck.ru u.to surl.li gg.gg shorte.st adf.ly soo.gd x.gd me2.kr han.gl vo.la zpr.io heylink.me linktr.ee msha.ke wa.link'.split(
    ' ',
  ),
);

/** Hosts that give a mail address to anybody. */
export const FREE_MAIL: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.co.id yahoo.co.in yahoo.co.jp yahoo.co.th yahoo.com.br yahoo.com.hk yahoo.com.ph yahoo.com.sg yahoo.com.tw yahoo.com.vn ymail.com rocketmail.com hotmail.com hotmail.co.th hotmail.co.uk outlook.com outlook.co.th live.com msn.com icloud.com me.com mac.com aol.com mail.com gmx.com gmx.net gmx.de web.de proton.me protonmail.com pm.me tutanota.com tuta.io zoho.com yandex.ru yandex.com ya.ru mail.ru bk.ru list.ru inbox.ru rambler.ru qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com foxmail.com 139.com 189.cn naver.com daum.net hanmail.net nate.com rediffmail.com'.split(
    ' ',
  ),
);
