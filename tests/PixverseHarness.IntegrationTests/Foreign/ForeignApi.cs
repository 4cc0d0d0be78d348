using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PixverseHarness.IntegrationTests.Foreign;

/// <summary>
/// The API as somebody else would write it: from the API page alone, with nothing of the simulator, no admin API, no
/// sessions, and jobs that take a fifth of a second of real time.
/// </summary>
internal sealed class ForeignApi : IAsyncDisposable
{
    /// <summary>The only valid key.</summary>
    public const string Key = "SG_0000000000000001";

    private const string Model = "pixverse-text2video";
    private readonly WebApplication _app;
    private readonly ForeignJobs _jobs;
    private readonly ForeignFault _fault;
    private readonly ForeignLimit _limit;

    private ForeignApi(ForeignFault fault, int postsPerWindow)
    {
        _fault = fault;
        _limit = new ForeignLimit(TimeProvider.System, postsPerWindow);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _jobs = new ForeignJobs(TimeProvider.System);
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it listens.</summary>
    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    /// <summary>How many POSTs the rate limit has refused.</summary>
    public int Refused => _limit.Refused;

    /// <summary>Starts one, right or with a fault, that takes so many POSTs in each second.</summary>
    public static async Task<ForeignApi> StartAsync(ForeignFault fault, int postsPerWindow = int.MaxValue)
    {
        var api = new ForeignApi(fault, postsPerWindow);
        await api._app.StartAsync();
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var segments = http.Request.Path.Value!.Trim('/').Split('/');
        return segments switch
        {
            ["clips", var name] => SendAsync(http, 200, "video/mp4", _jobs.Clip(name)),
            ["v1", "get-user-credits"] when IsGet(http) => Guarded(http, CreditsAsync, isOpen: _fault == ForeignFault.CreditsNeedNoKey),
            ["v2", "requests", var id, "status"] when IsGet(http) => Guarded(http, h => JobAsync(h, id, isFull: false)),
            ["v1" or "v2", "requests", var id] when IsGet(http) => Guarded(http, h => JobAsync(h, id, isFull: true)),
            ["v1" or "v2", Model] when !IsPost(http) => HtmlAsync(http),
            ["v1" or "v2", var model] when IsPost(http) => Guarded(http, h => PostAsync(h, segments[0] == "v1", model == Model)),
            _ => ErrorAsync(http, 400, "Bad Request"),
        };
    }

    private static bool IsGet(HttpContext http) => HttpMethods.IsGet(http.Request.Method);

    private static bool IsPost(HttpContext http) => HttpMethods.IsPost(http.Request.Method);

    private static Task Guarded(HttpContext http, Func<HttpContext, Task> next, bool isOpen = false)
    {
        var headers = http.Request.Headers;
        return isOpen || headers["x-api-key"] == Key ? next(http)
            : headers.ContainsKey("x-api-key") || headers.ContainsKey("Authorization")
                ? ErrorAsync(http, 401, "Unauthorized. API key is invalid or may have expired. See the console.")
                : ErrorAsync(http, 401, "Missing Authorization or x-api-key in header");
    }

    private Task CreditsAsync(HttpContext http) =>
        JsonAsync(http, 200, new JsonObject { ["credits"] = _jobs.Balance, ["free-credits"] = 0 });

    private async Task PostAsync(HttpContext http, bool isSync, bool isKnown)
    {
        if (!isKnown)
        {
            await ErrorAsync(http, 404, "Model not found");
            return;
        }

        var type = http.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (type is not "application/json" and not "multipart/form-data")
        {
            await ErrorAsync(http, 406, "Invalid content type");
            return;
        }

        using var body = new MemoryStream();
        if (type == "application/json")
        {
            await http.Request.Body.CopyToAsync(body);
        }

        var order = type == "application/json" ? ForeignOrder.Read(body.ToArray()) : ForeignOrder.Of(await http.Request.ReadFormAsync());
        if (order is null)
        {
            await ErrorAsync(http, 400, "Bad Request: invalid parameters or format");
            return;
        }

        if (!_limit.Takes(out var end))
        {
            if (_fault != ForeignFault.LimitWithoutEnd)
            {
                http.Response.Headers["x-rate-limit-reset-at-utc"] = end;
            }

            await ErrorAsync(http, 429, "rate_limit_exceeded");
            return;
        }

        var job = _jobs.Add(order);
        await (isSync ? VideoAsync(http, job) : SubmittedAsync(http, job));
    }

    private Task SubmittedAsync(HttpContext http, ForeignJob job)
    {
        var origin = _fault == ForeignFault.UrlsElsewhere ? "https://api.segmind.com" : $"http://{http.Request.Host}";
        return JsonAsync(http, 200, new JsonObject
        {
            ["request_id"] = job.Id,
            ["status"] = "QUEUED",
            ["status_url"] = $"{origin}/v2/requests/{job.Id}/status",
            ["response_url"] = $"{origin}/v2/requests/{job.Id}",
            ["poll_url"] = $"{origin}/v1/requests/{job.Id}",
        });
    }

    private async Task VideoAsync(HttpContext http, ForeignJob job)
    {
        await _jobs.EndAsync(job, http.RequestAborted);
        http.Response.Headers["x-request-id"] = job.Id;
        http.Response.Headers["x-generation-time"] = ForeignJobs.Seconds(ForeignJobs.Run);
        http.Response.Headers["x-cost"] = ForeignJobs.Text(job.Order.Price);
        http.Response.Headers["x-remaining-credits"] = ForeignJobs.Text(_jobs.BalanceAfter(job));
        http.Response.Headers["x-seed-value"] = job.Seed;
        await SendAsync(http, 200, "video/mp4", job.Clip);
    }

    private Task JobAsync(HttpContext http, string id, bool isFull)
    {
        if (_jobs.Find(id) is not { } job)
        {
            return ErrorAsync(http, 404, http.Request.Path.StartsWithSegments("/v1") ? $"Output for this request ID {id} Not Found" : $"Request {id} not found");
        }

        var url = $"http://{http.Request.Host}/v2/requests/{id}";
        var state = _jobs.StateOf(job);
        if (state != "COMPLETED")
        {
            return JsonAsync(http, 200, new JsonObject
            {
                ["status"] = state, ["request_id"] = id, ["status_url"] = $"{url}/status", ["response_url"] = url, ["metrics"] = new JsonObject(),
            });
        }

        var metrics = _jobs.Metrics(job);
        if (!isFull)
        {
            var looks = job.CountLook();
            var told = _fault == ForeignFault.StepsBack && looks > 1 ? "PROCESSING" : state;
            return JsonAsync(http, 200, new JsonObject { ["status"] = told, ["request_id"] = id, ["metrics"] = metrics });
        }

        var clip = $"http://{http.Request.Host}/clips/{id}.mp4";
        var size = job.Clip.Length + (_fault == ForeignFault.SizeUntrue ? 1 : 0);
        return JsonAsync(http, 200, new JsonObject
        {
            ["status"] = state,
            ["request_id"] = id,
            ["output"] = clip,
            ["video"] = new JsonObject { ["url"] = clip, ["content_type"] = "video/mp4", ["file_name"] = $"{id}.mp4", ["file_size"] = ForeignJobs.Text(size) },
            ["seed"] = job.Seed,
            ["prompt"] = job.Order.Prompt,
            ["timings"] = new JsonObject { ["inference"] = ForeignJobs.Run.TotalSeconds },
            ["metrics"] = metrics,
        });
    }

    private static Task HtmlAsync(HttpContext http) =>
        SendAsync(http, 405, "text/html", "<!DOCTYPE html><html><body>405</body></html>"u8.ToArray());

    private static Task ErrorAsync(HttpContext http, int status, string error) => JsonAsync(http, status, new JsonObject { ["error"] = error });

    private static Task JsonAsync(HttpContext http, int status, JsonObject body) =>
        SendAsync(http, status, "application/json", System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()));

    private static async Task SendAsync(HttpContext http, int status, string contentType, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body);
        }
    }
}
