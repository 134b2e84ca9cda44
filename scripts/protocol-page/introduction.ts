import { table } from './table.js';

/** What a program needs to know before it asks the host anything. */
export const introduction = `# The host's protocol

Everything that the app and the commands do, they ask of the host: one process a workspace, which owns the engine, the data and the runs. Any other program of the same person may ask it too. This page is made from the sources of the protocol: \`npm run make:protocol\`.

## Finding it

The host listens on a Unix socket, on Windows on a named pipe. \`digitscope host status --json\` says where, as \`socket\`, while one runs; any command starts one, and \`digitscope host\` serves in the foreground. Without asking, the socket is \`$XDG_RUNTIME_DIR/digitscope/KEY.sock\`, where KEY is the first 16 hexadecimal digits of the SHA-256 of the workspace's real path.

The folder has mode 0700 and the socket 0600, and the program refuses a folder that belongs to another user or is open to others: who may open the socket is decided by the file system. Who is at the other end cannot be asked from Node, so the host believes every client that can connect, as it believes the person whose files it reads.

## Talking to it

JSON-RPC 2.0 in UTF-8, each message after a header as in the Language Server Protocol: \`Content-Length: n\`, an empty line (both end in CR LF), then n bytes. There are no batches.

- \`host/hello\` says who answers, and of which build. Requests may change from build to build.
- \`host/introduce\` says who asks. It is optional, and others read the name.
- Parameters are objects. What a request does not know is refused, and so is a field too much.
- A request is given up by the notification \`$/cancelRequest\` with \`{ "id": … }\`; it then ends with what it has, or with an error.
- A request with the parameter \`progress\`, a number or a text of the client's choice, tells how far it is by \`$/progress\` with \`{ "token": …, "value": … }\`.
- In JSON there is no NaN: a figure that is not known is \`null\`.

\`\`\`python
import hashlib, json, os, socket

key = hashlib.sha256(os.path.realpath(".").encode()).hexdigest()[:16]
host = socket.socket(socket.AF_UNIX)
host.connect(f"{os.environ['XDG_RUNTIME_DIR']}/digitscope/{key}.sock")
body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "runs/list"}).encode()
host.sendall(b"Content-Length: %d\\r\\n\\r\\n%s" % (len(body), body))
message, stream = {}, host.makefile("rb")
while message.get("id") != 1:  # what the host says by itself may come before
    length = int(stream.readline().split(b":")[1])
    message = json.loads(stream.readline() and stream.read(length))
for run in message["result"]:
    print(run["id"], run["status"])
\`\`\`

## Limits

${table(
  ['what', 'limit', 'beyond it'],
  [
    ['one message of a client', '64 MB, a million values', 'the connection ends'],
    ['a header', '1 KB', 'the connection ends'],
    ['what is no message, or no JSON', '', 'the connection ends'],
    ['messages that nobody can answer', '1000 a minute', 'the connection ends'],
    ['requests of one client under way', '1000', 'an error'],
    [
      'what a client has not taken',
      '1 MB',
      "its next messages wait, and of a run's progress it gets the newest only",
    ],
    [
      'events of runs that it has not taken',
      '2000',
      'the connection ends; it may attach again and has the whole log',
    ],
    ['answers that it has not taken', '256 MB', 'the connection ends'],
    ['messages of all clients that are not whole yet', '256 MB', 'the connection ends'],
    ['connections', '64', 'who comes then is turned away'],
  ],
)}

## Errors

${table(
  ['code', 'means'],
  [
    [
      '1',
      'something that a person can act on: `message` says what is wrong, `data.remedy` what to do, `data.exitCode` what a command ends with',
    ],
    ['-32601', 'there is no such request'],
    ['-32602', 'the parameters are wrong: `message` says which field'],
    ['-32603', 'a defect of the host'],
  ],
)}`;
