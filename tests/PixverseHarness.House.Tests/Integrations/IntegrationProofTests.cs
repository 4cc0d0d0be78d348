using System.Xml.Linq;
using PixverseHarness.TestKit;

namespace PixverseHarness.House.Tests.Integrations;

/// <summary>
/// An adapter that the default build leaves out cannot change unproved. <c>.ci/prove NAME</c> runs its tests against the real
/// package and renews its proof through these tests, with the results in <c>PIXVERSE_PROOF</c>.
/// </summary>
public sealed class IntegrationProofTests
{
    [Fact]
    public void Adapters_EachOne_IsProvedAsItIs()
    {
        if (Environment.GetEnvironmentVariable("PIXVERSE_PROOF") is { Length: > 0 } results)
        {
            var proved = Adapter.All.Single(a => a.Name == Path.GetFileNameWithoutExtension(results));
            IntegrationProof.Of(proved, XDocument.Load(results)).Write(proved);
        }

        Faults.None(Adapter.All.Select(Fault).OfType<string>());
    }

    [Fact]
    public void Proofs_EachOne_HasAnAdapter() => Assert.Equal(
        Repository.Files.Where(f => f.StartsWith("reports/integrations/", StringComparison.Ordinal)).Except(["reports/integrations/README.md"]),
        Adapter.All.Select(adapter => adapter.ProofFile).Where(file => File.Exists(RepositoryRoot.Combine(file))).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("sources", "NBomber", "1.0", true, null)]
    [InlineData("other", "NBomber", "1.0", true, "the sources that touch the package have changed since")]
    [InlineData("sources", "NBomber", "1.1", true, "the build takes NBomber 1.1")]
    [InlineData("sources", "NBomber", "1.0", false, "no test passed")]
    public void Against_AnotherAdapterThanTheProvedOne_SaysWhy(string sha256, string package, string version, bool tested, string? expected)
    {
        var proof = new IntegrationProof("NBomber", "1.0", new DateOnly(2026, 1, 1), "sources", [], tested ? ["Test"] : []);

        Assert.Equal(expected, proof.Against(sha256, package, version));
    }

    [Fact]
    public void HashOf_AChangedTextOrName_IsAnother()
    {
        var proved = Adapter.HashOf([("a.cs", "one\n"), ("b.cs", "two\n")]);

        Assert.Equal(proved, Adapter.HashOf([("a.cs", "one\r\n"), ("b.cs", "two\n")]));
        Assert.NotEqual(proved, Adapter.HashOf([("a.cs", "one\n"), ("b.cs", "too\n")]));
        Assert.NotEqual(proved, Adapter.HashOf([("a.cs", "one\n"), ("c.cs", "two\n")]));
        Assert.NotEqual(proved, Adapter.HashOf([("a.cs", "one\n")]));
    }

    private static string? Fault(Adapter adapter)
    {
        if (!File.Exists(RepositoryRoot.Combine(adapter.ProofFile)))
        {
            return $"{adapter.Name}: {adapter.ProofFile} is missing. Run .ci/prove {adapter.Name} where the package restores.";
        }

        var proof = IntegrationProof.Read(adapter.ProofFile);
        var (package, version) = adapter.Evaluate();
        return proof.Against(adapter.SourcesHash, package, version) is { } fault
            ? $"{adapter.Name}: the proof against {proof.Package} {proof.Version} of {proof.LastRun:yyyy-MM-dd} does not hold: {fault}. Run .ci/prove {adapter.Name} where the package restores."
            : null;
    }
}
