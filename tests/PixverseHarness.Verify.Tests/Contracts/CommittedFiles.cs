using System.Runtime.CompilerServices;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Verification.Snapshots.Contracts;

namespace PixverseHarness.Verify.Tests.Contracts;

/// <summary>The committed files are those of the cases, all of them and no others: nothing leaves the set unseen.</summary>
public sealed class CommittedFiles
{
    [Fact]
    public void Files_OfTheContract_AreTheCasesOfBothProfiles()
    {
        var cases = ContractFixture.Profiles.SelectMany(p => ContractSnapshots.Cases.Select(c => c.NameUnder(p)));

        Assert.Equal(cases.Order(StringComparer.Ordinal), Names().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("request_not_found", "Contract.GetStatus", 404)]
    [InlineData("result_expired", "Contract.GetResult", 404)]
    [InlineData("content_blocked", "Contract.GetStatus", 422)]
    [InlineData("generation_failed", "Contract.GetResult", 422)]
    [InlineData("rate_limited", "Contract.Submit", 429)]
    [InlineData("rate_limited", "Contract.GenerateSync", 429)]
    public void Files_OfACauseByName_HaveItsStatus(string cause, string operation, int status) => Assert.All(ContractFixture.Profiles, profile =>
    {
        Assert.NotNull(ErrorCauses.Find(cause));
        Assert.Contains($"\"status\": {status},", File.ReadAllText(Path.Combine(Folder(), $"{operation}_profile={profile.Name}_answer={cause}.verified.json")), StringComparison.Ordinal);
    });

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Folder(), "*.verified.*").Select(f => Path.GetFileName(f)).Select(f => f[..f.LastIndexOf(".verified.", StringComparison.Ordinal)]);

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
