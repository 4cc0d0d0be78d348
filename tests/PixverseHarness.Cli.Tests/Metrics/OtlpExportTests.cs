using System.Net;
using PixverseHarness.Cli.Tests.Simulate;

namespace PixverseHarness.Cli.Tests.Metrics;

public sealed class OtlpExportTests
{
    private const string Canary = "SG_c0ffee0000000c0ffee";

    [Fact]
    public async Task Simulate_WithAnEndpoint_SendsItsMetricsAndNoKey()
    {
        await using var receiver = new OtlpReceiver();
        var variables = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Origin,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        await using var twin = await ServedTwin.StartAsync(["--port", "0", "--credits", "1"], variables);

        Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync(Canary));
        Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync(Canary));
        Assert.Equal(HttpStatusCode.NotAcceptable, await twin.SubmitAsync(Canary));
        await twin.StopAsync();

        Assert.NotEmpty(receiver.Exports);
        Assert.All(receiver.Exports, e => Assert.Equal("POST /v1/metrics application/x-protobuf", e.Head));
        var all = string.Concat(receiver.Exports.Select(e => e.Body));
        Assert.All(
            ["pixverse.twin.requests", "insufficient_credits", "pixverse.twin.job.in_flight", "pixverse.twin.journal.limit", "http.server.request.duration", "kestrel.active_connections", "service.name"],
            text => Assert.Contains(text, all, StringComparison.Ordinal));
        Assert.DoesNotContain(Canary, all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("a red fox", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_WithoutACollectorAtTheEndpoint_ServesAllTheSameAndSaysSoAtTheEnd()
    {
        var receiver = new OtlpReceiver();
        await receiver.DisposeAsync();
        var variables = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Origin, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" };
        await using var twin = await ServedTwin.StartAsync(["--port", "0"], variables);

        Assert.Equal(HttpStatusCode.OK, await twin.SubmitAsync(Canary));
        var run = await twin.StopAsync();

        Assert.Equal(ExitCodes.Ok, run.Code);
        Assert.Equal($"stopped after 1 job accepted, 0 completed\nwarning: the metrics did not reach {receiver.Origin}/v1/metrics. Check that a collector listens there.\n", run.Error);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4317", "error PXH0222: OTEL_EXPORTER_OTLP_ENDPOINT: \"localhost:4317\" is no address such as http://127.0.0.1:4317.")]
    [InlineData("OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "error PXH0222: OTEL_EXPORTER_OTLP_PROTOCOL: \"http/json\" is no protocol that metrics can be sent by.")]
    [InlineData("OTEL_METRIC_EXPORT_INTERVAL", "10s", "error PXH0222: OTEL_METRIC_EXPORT_INTERVAL: \"10s\" is no number of milliseconds.")]
    public async Task Simulate_WithAWrongVariable_IsOneLineAndExit2(string name, string value, string expected)
    {
        var pixverse = new Pixverse { Variables = { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", [name] = value } };

        var run = await pixverse.RunAsync("simulate", "--port", "0");

        Assert.Equal(ExitCodes.Usage, run.Code);
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(c => c == '\n'));
    }
}
