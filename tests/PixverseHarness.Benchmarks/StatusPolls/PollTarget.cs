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

namespace PixverseHarness.Benchmarks.StatusPolls;

/// <summary>
/// One server that answers status polls of one job, for <c>polls.sh</c> to shoot at: a bare minimal-API endpoint with the
/// very bytes of the twin's answer, the twin on Kestrel, or the twin on WireMock.Net. Prints the URL to poll, then serves
/// until its input closes.
/// </summary>
internal static class PollTarget
{
    private const string Key = "SG_0000000000000001";
    private const string Body = """{"prompt":"a red fox","aspect_ratio":"16:9","duration":5,"motion_mode":"normal","quality":"540p"}""";

    public static async Task<int> RunAsync(string kind)
    {
        var options = new PixverseTwinOptions { Twin = new TwinOptions { ManualClock = true } };
        switch (kind)
        {
            case "kestrel":
                await using (var twin = await PixverseTwin.StartAsync(options, TimeProvider.System))
                {
                    Serve(twin.Origin, StatusPath(twin.Core, twin.Origin));
                }

                return 0;
            case "wiremock":
                using (var twin = WireMockTwin.Start(options, TimeProvider.System))
                {
                    Serve(twin.Origin, StatusPath(twin.Core, twin.Origin));
                }

                return 0;
            case "bare":
                await ServeBareAsync(options);
                return 0;
            default:
                Console.Error.WriteLine($"'{kind}' is none of kestrel, wiremock, bare.");
                return 2;
        }
    }

    private static async Task ServeBareAsync(PixverseTwinOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        var core = new TwinCore(options.Twin, TimeProvider.System);
        var origin = new Uri("http://127.0.0.1:65535");
        var path = StatusPath(core, origin);
        var bytes = core.Handle(new TwinRequest { Method = "GET", Path = path, Origin = origin.GetLeftPart(UriPartial.Authority), ApiKey = Key }).Plain!.Body;
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapGet("/v2/requests/{id}/status", (HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = bytes.Length;
            return context.Response.BodyWriter.WriteAsync(bytes).AsTask();
        }));
        await app.StartAsync();
        Serve(new Uri(app.Urls.First()), path);
        await app.StopAsync();
    }

    private static string StatusPath(TwinCore core, Uri origin)
    {
        var answer = core.Handle(new TwinRequest
        {
            Method = "POST",
            Path = "/v2/pixverse-text2video",
            Origin = origin.GetLeftPart(UriPartial.Authority),
            ApiKey = Key,
            ContentType = "application/json",
            Body = Encoding.UTF8.GetBytes(Body),
        });
        using var json = JsonDocument.Parse(answer.Plain!.Body);
        return new Uri(json.RootElement.GetProperty("status_url").GetString()!).AbsolutePath;
    }

    private static void Serve(Uri origin, string path)
    {
        Console.WriteLine(new Uri(origin, path));
        Console.Out.Flush();
        Console.In.ReadToEnd();
    }
}
