using BenchmarkDotNet.Attributes;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Benchmarks.Payloads;

/// <summary>One payload, body included, against plain Bogus with the same rules.</summary>
public class PayloadBenchmarks
{
    private readonly PlainBogus _bogus = new(1);
    private readonly ValidPayloads _valid = new(1);
    private readonly ViolatingPayloads _violating = new(1);
    private readonly PayloadStream _mix = new(1, new PayloadMix(0.9, 0, 0.1), ApiProfile.Documented);
    private long _index;

    [Benchmark(Baseline = true, Description = "Bogus Faker<T>, same rules")]
    public int Bogus() => _bogus.Next().Length;

    [Benchmark(Description = "ValidPayloads")]
    public int Valid() => _valid.At(_index++).Body.Length;

    [Benchmark(Description = "ViolatingPayloads")]
    public int Violating() => _violating.At(_index++).Body.Length;

    [Benchmark(Description = "PayloadStream valid=0.9,violating=0.1")]
    public int Mix() => _mix.At(_index++).Body.Length;
}
