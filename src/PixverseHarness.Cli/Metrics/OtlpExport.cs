using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using PixverseHarness.Cli.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Simulator.Metrics;

namespace PixverseHarness.Cli.Metrics;

/// <summary>
/// Sends metrics to an OpenTelemetry collector, as the standard variables say. Without an endpoint nothing of
/// OpenTelemetry is even loaded.
/// </summary>
internal sealed class OtlpExport : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private const string Interval = "OTEL_METRIC_EXPORT_INTERVAL";
    private const string HttpPath = "v1/metrics";
    private const int UsualIntervalMs = 60_000;
    private const int LongestFlushMs = 2_000;
    private static readonly string[] Meters = [TwinMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    private static readonly string[] Protocols = ["grpc", "http/protobuf"];
    private readonly MeterProvider _provider;
    private readonly Uri _endpoint;
    private readonly TextWriter _error;

    private OtlpExport(MeterProvider provider, Uri endpoint, TextWriter error)
    {
        _provider = provider;
        _endpoint = endpoint;
        _error = error;
    }

    /// <summary>Starts to export when the environment names an endpoint; else null.</summary>
    /// <exception cref="FaultException">A variable has a value that cannot be used (PXH0222).</exception>
    public static OtlpExport? Start(VerbContext context)
    {
        var variable = context.Edges.Variable;
        return variable(MetricsEndpoint) is { Length: > 0 } || variable(Endpoint) is { Length: > 0 } ? Open(variable, context.Error) : null;
    }

    /// <summary>Sends what has not been sent, for at most two seconds. What a twin holds can be read only while it lives: call this before it ends.</summary>
    /// <returns>Whether it arrived.</returns>
    public bool Flush() => _provider.ForceFlush(LongestFlushMs);

    /// <summary>Sends the rest, and says so when that fails.</summary>
    public void Dispose()
    {
        if (!Flush())
        {
            _error.WriteLine($"warning: the metrics did not reach {_endpoint.GetLeftPart(UriPartial.Path)}. Check that a collector listens there.");
        }

        _provider.Dispose();
    }

    private static OtlpExport Open(Func<string, string?> variable, TextWriter error)
    {
        var isHttp = ProtocolOf(variable) == OtlpExportProtocol.HttpProtobuf;
        var endpoint = EndpointOf(variable, isHttp);
        var interval = IntervalOf(variable);
        var provider = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(variable("OTEL_SERVICE_NAME") is { Length: > 0 } name ? name : "pixverse", serviceVersion: PixverseCommand.Version))
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = endpoint;
                exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
                exporter.Headers = variable("OTEL_EXPORTER_OTLP_HEADERS");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = interval;
            })
            .Build();
        return new OtlpExport(provider, endpoint, error);
    }

    private static OtlpExportProtocol ProtocolOf(Func<string, string?> variable) => variable(Protocol) switch
    {
        null or "" or "grpc" => OtlpExportProtocol.Grpc,
        "http/protobuf" => OtlpExportProtocol.HttpProtobuf,
        var other => throw new FaultException(Fault.NotOneOf(ServingMessages.ExportSetting, $"{Quoted.Of(other)} is no protocol that metrics can be sent by", other, Protocols) with { Where = Protocol }),
    };

    // By HTTP the common endpoint is a base to which the path is added; one for metrics alone is taken as it is.
    private static Uri EndpointOf(Func<string, string?> variable, bool isHttp)
    {
        var own = variable(MetricsEndpoint) is { Length: > 0 };
        var name = own ? MetricsEndpoint : Endpoint;
        var text = variable(name)!;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? isHttp && !own ? new Uri($"{text.TrimEnd('/')}/{HttpPath}") : uri
            : throw new FaultException(new Fault(ServingMessages.ExportSetting, $"{Quoted.Of(text)} is no address such as http://127.0.0.1:4317") { Where = name });
    }

    private static int IntervalOf(Func<string, string?> variable) => variable(Interval) switch
    {
        null or "" => UsualIntervalMs,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds > 0 => milliseconds,
        var text => throw new FaultException(new Fault(ServingMessages.ExportSetting, $"{Quoted.Of(text)} is no number of milliseconds") { Where = Interval }),
    };
}
