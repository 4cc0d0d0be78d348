using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.Simulator.Protocol;
using PixverseHarness.WireMock;

namespace PixverseHarness.Benchmarks.HostCalls;

/// <summary>
/// One server that answers one call, for <c>calls.sh</c> to shoot at: a bare minimal-API endpoint with the very bytes of
/// the twin's answer, the twin on Kestrel, or the twin on WireMock.Net. Prints the URL, serves until its input closes, and
/// then says on standard error what the garbage collector did.
/// </summary>
internal static class CallTarget
{
    /// <summary>The key of every call.</summary>
    public const string Key = "SG_0000000000000001";

    private const string SubmitPath = "/v2/pixverse-text2video";
    private const string Body = """{"prompt":"a red fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    /// <summary>Serves.</summary>
    /// <param name="kind">bare, kestrel or wiremock.</param>
    /// <param name="call">status, result or submit.</param>
    public static async Task<int> RunAsync(string kind, string call)
    {
        // Submits need a clock that runs, else their jobs never go; reads need one that stands, else their job goes.
        var twinOptions = call == "submit" ? new TwinOptions { Pace = 1000 } : new TwinOptions { ManualClock = true };
        var options = new PixverseTwinOptions { Twin = twinOptions };
        switch (kind)
        {
            case "kestrel":
                await using (var twin = await PixverseTwin.StartAsync(options, TimeProvider.System))
                {
                    Serve(new Uri(twin.Origin, PathOf(twin.Core, call)));
                }

                return 0;
            case "wiremock":
                using (var twin = WireMockTwin.Start(options, TimeProvider.System))
                {
                    Serve(new Uri(twin.Origin, PathOf(twin.Core, call)));
                }

                return 0;
            case "bare":
                await ServeBareAsync(new TwinCore(options.Twin, TimeProvider.System), call);
                return 0;
            default:
                Console.Error.WriteLine($"'{kind}' is none of kestrel, wiremock, bare.");
                return 2;
        }
    }

    /// <summary>A request as a host hands it to the core.</summary>
    public static TwinRequest Request(string path, string? body = null) => new()
    {
        Method = body is null ? "GET" : "POST",
        Path = path,
        Origin = "http://127.0.0.1:65535",
        ApiKey = Key,
        ContentType = body is null ? null : "application/json",
        Body = Encoding.UTF8.GetBytes(body ?? ""),
    };

    /// <summary>Submits a job where the call reads one, and says which path the call has.</summary>
    public static string PathOf(TwinCore core, string call)
    {
        if (call == "submit")
        {
            return SubmitPath;
        }

        using var json = JsonDocument.Parse(Submit(core).Plain!.Body);
        if (call == "result")
        {
            core.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        return new Uri(json.RootElement.GetProperty(call == "status" ? "status_url" : "response_url").GetString()!).AbsolutePath;
    }

    /// <summary>Submits a job.</summary>
    public static TwinAnswer Submit(TwinCore core) => core.Handle(Request(SubmitPath, Body));

    private static async Task ServeBareAsync(TwinCore core, string call)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        var path = PathOf(core, call);
        var bytes = (call == "submit" ? Submit(core) : core.Handle(Request(path))).Plain!.Body;
        app.UseRouting();
        app.UseEndpoints(routes =>
        {
            routes.MapGet("/v2/requests/{id}/status", (HttpContext context) => AnswerAsync(context, bytes));
            routes.MapGet("/v2/requests/{id}", (HttpContext context) => AnswerAsync(context, bytes));
            routes.MapPost(SubmitPath, async (HttpContext context) =>
            {
                await ReadAsync(context);
                await AnswerAsync(context, bytes);
            });
        });
        await app.StartAsync();
        Serve(new Uri(new Uri(app.Urls.First()), path));
        await app.StopAsync();
    }

    private static async Task ReadAsync(HttpContext context)
    {
        var read = await context.Request.BodyReader.ReadAsync();
        while (!read.IsCompleted)
        {
            context.Request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await context.Request.BodyReader.ReadAsync();
        }

        context.Request.BodyReader.AdvanceTo(read.Buffer.End);
    }

    private static Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        return context.Response.BodyWriter.WriteAsync(bytes).AsTask();
    }

    private static void Serve(Uri url)
    {
        Console.WriteLine(url);
        Console.Out.Flush();
        Console.In.ReadToEnd();
        Console.Error.WriteLine(
            $"{GC.CollectionCount(0)} collections, {GC.CollectionCount(1)} of generation 1, {GC.CollectionCount(2)} of generation 2, {GC.GetTotalPauseDuration().TotalMilliseconds:0} ms paused; "
            + $"{GC.GetTotalAllocatedBytes() >> 20} MB allocated; {Monitor.LockContentionCount} waits for a lock");
    }
}
