namespace PixverseHarness.Verify.Tests.Contracts;

/// <summary>The conversations that clients have: the life of a job that completes, fails, or is gone; the rate limit; the blocking call.</summary>
[Collection(ContractFixture.Name)]
[Trait("Package", "Verify")]
public sealed class Conversations(ContractFixture contracts)
{
    public static TheoryData<string> Profiles => [.. ContractFixture.Profiles.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task CompletedJob(string profile) => MatchesAsync(nameof(CompletedJob), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task ExpiredJob(string profile) => MatchesAsync(nameof(ExpiredJob), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task FailedJob(string profile) => MatchesAsync(nameof(FailedJob), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task UnknownId(string profile) => MatchesAsync(nameof(UnknownId), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task RateLimit(string profile) => MatchesAsync(nameof(RateLimit), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task SyncSuccess(string profile) => MatchesAsync(nameof(SyncSuccess), profile);

    [Theory]
    [MemberData(nameof(Profiles))]
    public Task SyncFailure(string profile) => MatchesAsync(nameof(SyncFailure), profile);

    private Task MatchesAsync(string conversation, string profile) =>
        Approved.MatchesAsync(contracts.Find(profile, $"{nameof(Conversations)}.{conversation}_profile={profile}"));
}
