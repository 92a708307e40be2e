import { type CommandParser, defineScript } from "@redis/client";

/**
 * A session's open drafts are one hash: field `<lane>:<id>`, value `<begun> <put> <message>` with both times in
 * microseconds of Redis's own clock, so that replicas whose clocks differ agree. A value without a message says that
 * the item has become a fact. Each script is one step, whichever replicas run it at once.
 */
const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function stamp(number) return string.format('%.0f', number) end
local function parts(value) return string.match(value, '^(%d+) (%d+) (.*)$') end
`;

/** Keeps the draft and tells the followers, unless its item has become a fact meanwhile: then 0. */
const PUT = `${NOW}
local begun = stamp(now)
local old = redis.call('HGET', KEYS[1], ARGV[1])
if old then
  local first, _, message = parts(old)
  if message == '' then return 0 end
  begun = first
end
redis.call('HSET', KEYS[1], ARGV[1], begun .. ' ' .. stamp(now) .. ' ' .. ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
if redis.call('HLEN', KEYS[1]) > tonumber(ARGV[4]) then
  local all, oldest, at = redis.call('HGETALL', KEYS[1]), nil, nil
  for i = 1, #all, 2 do
    local _, put = parts(all[i + 1])
    if at == nil or tonumber(put) < at then oldest, at = all[i], tonumber(put) end
  end
  redis.call('HDEL', KEYS[1], oldest)
end
redis.call('PUBLISH', ARGV[5], ARGV[2])
return 1`;

/** Marks an item as a fact, where it was open: a draft of it that another replica still holds back stays away. */
const SETTLE = `${NOW}
local old = redis.call('HGET', KEYS[1], ARGV[1])
if not old then return 0 end
local begun = parts(old)
redis.call('HSET', KEYS[1], ARGV[1], begun .. ' ' .. stamp(now) .. ' ')
return 1`;

/** The messages of the items that are open and were put within the last ARGV[1] milliseconds, first begun first. */
const READ = `${NOW}
local open = {}
local all = redis.call('HGETALL', KEYS[1])
for i = 2, #all, 2 do
  local begun, put, message = parts(all[i])
  if message ~= '' and tonumber(put) > now - ARGV[1] * 1000 then
    table.insert(open, { tonumber(begun), message })
  end
end
table.sort(open, function(a, b) return a[1] < b[1] end)
local messages = {}
for i, one in ipairs(open) do messages[i] = one[2] end
return messages`;

function script<Reply>(lua: string, read: (reply: unknown) => Reply) {
  return defineScript({
    SCRIPT: lua,
    NUMBER_OF_KEYS: 1,
    parseCommand(parser: CommandParser, key: string, ...args: readonly string[]) {
      parser.pushKey(key);
      parser.push(...args);
    },
    transformReply: read,
  });
}

export const DRAFT_SCRIPTS = {
  putDraft: script(PUT, (reply) => reply === 1),
  settleDraft: script(SETTLE, (reply) => reply === 1),
  readDrafts: script(READ, (reply) => (Array.isArray(reply) ? reply.map(String) : [])),
};
