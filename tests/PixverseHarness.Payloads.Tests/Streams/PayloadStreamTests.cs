using System.Runtime.CompilerServices;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Streams;

namespace PixverseHarness.Payloads.Tests.Streams;

public sealed class PayloadStreamTests
{
    private const int Many = 4_000;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    [InlineData(0.9, 0.1)]
    public void At_ManyPayloads_HoldTheShares(double valid, double violating)
    {
        var kinds = Take(new PayloadStream(5, new PayloadMix(valid, 0, violating), ApiProfile.Documented), Many).Select(p => p.Kind).ToList();

        // Three standard deviations of a binomial count; none at the ends.
        var margin = 3 * Math.Sqrt(Many * valid * violating);
        Assert.InRange(kinds.Count(k => k == PayloadKind.Violating), (Many * violating) - margin, (Many * violating) + margin);
        Assert.DoesNotContain(PayloadKind.Boundary, kinds);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("observed")]
    public void At_ViolatingPayload_IsNeverAcceptedAndValidOneAlways(string name)
    {
        var profile = ApiProfile.Find(name)!;
        var stream = new PayloadStream(6, new PayloadMix(0.5, 0, 0.5), profile);

        Assert.All(Take(stream, 1_000), p => Assert.Equal(p.Kind == PayloadKind.Valid, p.Expect(profile).Answer == ExpectedAnswer.Accepted));
    }

    [Fact]
    public void At_EnteredAnywhere_GivesWhatTheSequenceGives()
    {
        var mix = new PayloadMix(0.6, 0.2, 0.2);
        var sequence = Take(new PayloadStream(7, mix, ApiProfile.Documented), 60).ToList();
        var other = new PayloadStream(7, mix, ApiProfile.Documented);

        for (var index = sequence.Count - 1; index >= 0; index -= 7)
        {
            Assert.Equal(sequence[index].Label, other.At(index).Label);
            Assert.Equal(sequence[index].Body.ToArray(), other.At(index).Body.ToArray());
        }
    }

    [Fact]
    public void From_AsItGoesOn_RemembersNoPayload()
    {
        using var stream = new PayloadStream(8, new PayloadMix(0.8, 0.1, 0.1), ApiProfile.Documented).From().GetEnumerator();

        var seen = Advance(stream, 2_000);
        GC.Collect();

        // The enumerator itself holds the current one.
        Assert.InRange(seen.Count(payload => payload.IsAlive), 0, 1);
        Assert.True(stream.MoveNext());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Advance(IEnumerator<Payload> stream, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => stream.MoveNext() ? new WeakReference(stream.Current) : throw new InvalidOperationException())];

    [Fact]
    public void SeedLine_NamesSeedAndBogus() => Assert.Equal("seed 42, Bogus 34.0.2", Provenance.SeedLine(42));

    private static IEnumerable<Payload> Take(IPayloadSource source, int count) => source.From().Take(count);
}
