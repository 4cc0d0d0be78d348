using BenchmarkDotNet.Attributes;
using PixverseHarness.Simulator;
using PixverseHarness.Simulator.Hosting.InProcess;
using PixverseHarness.Simulator.Protocol;

namespace PixverseHarness.Benchmarks.HostCalls;

/// <summary>What a call costs without sockets: in the core alone, and through the in-process handler.</summary>
[MemoryDiagnoser]
public class CoreBenchmarks
{
    private readonly TwinCore _reads = new(new TwinOptions { ManualClock = true }, TimeProvider.System);
    private readonly TwinCore _submits = new(new TwinOptions { Pace = 1000 }, TimeProvider.System);
    private readonly TwinRequest _status;
    private readonly TwinRequest _result;
    private readonly HttpMessageInvoker _handler;
    private readonly string _statusPath;

    public CoreBenchmarks()
    {
        var completed = CallTarget.PathOf(_reads, "result");
        _statusPath = CallTarget.PathOf(_reads, "status");
        _result = CallTarget.Request(completed);
        _status = CallTarget.Request(_statusPath);
        _handler = new HttpMessageInvoker(new TwinMessageHandler(_reads));
    }

    [Benchmark(Baseline = true)]
    public int CoreStatus() => _reads.Handle(_status).Plain!.Status;

    [Benchmark]
    public int CoreResult() => _reads.Handle(_result).Plain!.Status;

    [Benchmark]
    public int CoreSubmit() => CallTarget.Submit(_submits).Plain!.Status;

    [Benchmark]
    public async Task<int> HandlerStatus()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:65535{_statusPath}");
        request.Headers.TryAddWithoutValidation("x-api-key", CallTarget.Key);
        using var answer = await _handler.SendAsync(request, CancellationToken.None);
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }
}
