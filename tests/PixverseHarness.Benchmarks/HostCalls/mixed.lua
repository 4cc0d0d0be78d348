-- One submit with a prompt of its own, then polls and reads of its job: what a client does, without the waiting.
local reads = 9
local count, id = 0, nil
local headers = { ["x-api-key"] = "SG_0000000000000001" }
local submit = { ["x-api-key"] = "SG_0000000000000001", ["Content-Type"] = "application/json" }

request = function()
  count = count + 1
  if id == nil or count % (reads + 1) == 0 then
    return wrk.format("POST", "/v2/pixverse-text2video", submit,
      '{"prompt":"' .. count .. string.rep("x", 100 - #tostring(count)) .. '","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}')
  end
  return wrk.format("GET", "/v2/requests/" .. id .. (count % reads == 0 and "" or "/status"), headers)
end

response = function(status, head, body)
  id = body:match('"request_id":"([^"]+)"') or id
end
