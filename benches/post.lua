-- For wrk: a new ask with every request, as a member on the intake shift takes it down by phone.
--   wrk -s benches/post.lua URL -- CSRF TAG      TAG must differ from run to run
local threads = 0

function setup(thread)
   threads = threads + 1
   thread:set("number", threads)
end

function init(args)
   csrf, tag, count = args[1], args[2], 0
   wrk.method = "POST"
   wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
   rest = "&words=Groceries+for+three+until+the+end+of+the+week%3B+cannot+leave+the+house+before+noon."
      .. "&contact=Gus%2C+555+0142&kind=food&channel=phone&csrf=" .. csrf
end

function request()
   count = count + 1
   local once = string.format("once=%s-%02d-%08d", tag, number, count)
   return wrk.format("POST", nil, nil, once .. rest)
end
