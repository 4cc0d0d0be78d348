using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PixverseHarness.Cli;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Load.Ledger;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.Kestrel;
using PixverseHarness.TestKit;

namespace PixverseHarness.IntegrationTests.Load;

/// <summary>A run whose jobs cost money, through a gateway that looks at the disk before it lets a submit pass.</summary>
public sealed class PaidLedgerTests : IDisposable
{
    private const int Jobs = 60;
    private const ulong Seed = 11;

    private static readonly string[] ForwardedHeaders = ["x-api-key", "Content-Type"];

    private readonly TemporaryFolder _folder = new();
    private readonly CommittedFiles _files = new();
    private readonly ConcurrentQueue<string> _unnoted = new();
    private readonly ConcurrentDictionary<long, bool> _submitted = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Load_OnAUrlWithALimit_NoSubmitIsSentBeforeItsIntentIsOnDisk()
    {
        var run = await LoadAsync("--max-spend", "60");

        Assert.True(run.Code is ExitCodes.Ok or ExitCodes.Inconclusive, run.Error + run.Output);
        Assert.Empty(_unnoted);
        Assert.Equal(Jobs, _submitted.Count);
        Assert.InRange(_files.Commits, 1, Jobs);
        using var ledger = new StreamReader(Path.Combine(_folder.Path, "reports", "submits.jsonl"));
        Assert.Equal((Jobs, 0), ((int)LedgerContents.Read(ledger).Resolved, LedgerContents.Read(ledger).Unresolved.Length));
    }

    [Fact]
    public async Task Load_OnAUrlOfThisMachineWithoutALimit_WaitsForNoDisk()
    {
        var run = await LoadAsync();

        Assert.True(run.Code is ExitCodes.Ok or ExitCodes.Inconclusive, run.Error + run.Output);
        Assert.Equal((0, Jobs), (_files.Commits, _submitted.Count));
    }

    private async Task<(int Code, string Output, string Error)> LoadAsync(params string[] more)
    {
        await using var twin = await PixverseTwin.StartAsync(
            new PixverseTwinOptions { Twin = new TwinOptions { ServiceTime = TimeSpan.FromMilliseconds(200) } }, TimeProvider.System);
        await using var gateway = await StartGatewayAsync(twin.Origin);
        var scenario = _folder.File("scenario.json");
        await File.WriteAllTextAsync(
            scenario,
            $$"""
            { "purpose": "x.", "load": [ { "simulation": "iterationsForInject", "rate": "200/s", "iterations": {{Jobs}} } ],
              "polls": { "every": "100ms" }, "jobTimeout": "60s" }
            """);
        var address = gateway.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return await PixverseInProcess.RunAsync(
            _files, ["load", scenario, "--target", address, "--seed", Seed.ToString(System.Globalization.CultureInfo.InvariantCulture), "--out", _folder.File("reports"), .. more]);
    }

    private async Task<WebApplication> StartGatewayAsync(Uri twin)
    {
        var payloads = new PayloadStream(Seed, PayloadMix.OnlyValid, ApiProfile.Documented);
        var ordinals = Enumerable.Range(0, Jobs).ToDictionary(ordinal => Convert.ToHexString(payloads.At(ordinal).Body.Span), static ordinal => (long)ordinal);
        var http = new HttpClient { BaseAddress = twin };
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var site = builder.Build();
        site.Lifetime.ApplicationStopped.Register(http.Dispose);
        site.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            if (HttpMethods.IsPost(context.Request.Method))
            {
                Note(ordinals[Convert.ToHexString(body.ToArray())]);
            }

            await ForwardAsync(context, http, body.ToArray());
        });
        await site.StartAsync();
        return site;
    }

    private void Note(long ordinal)
    {
        _submitted[ordinal] = true;
        if (!_files.Committed.Contains(FormattableString.Invariant($"\"intent\",\"ordinal\":{ordinal},"), StringComparison.Ordinal))
        {
            _unnoted.Enqueue(FormattableString.Invariant($"submit {ordinal} came before its intent was on disk"));
        }
    }

    private static async Task ForwardAsync(HttpContext context, HttpClient http, byte[] body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        request.Headers.Host = context.Request.Host.Value;
        request.Content = body.Length > 0 ? new ByteArrayContent(body) : null;
        foreach (var name in ForwardedHeaders.Where(context.Request.Headers.ContainsKey))
        {
            if (!request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].ToArray());
            }
        }

        using var answer = await http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
