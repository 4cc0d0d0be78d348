using PixverseHarness.Verification.Snapshots.Contracts;

namespace PixverseHarness.Verify.Tests.Contracts;

/// <summary>What each operation answers to each error cause that it can meet, and to every success: request and answer, both profiles, on WireMock.Net.</summary>
[Collection(ContractFixture.Name)]
[Trait("Package", "Verify")]
public sealed class Contract(ContractFixture contracts)
{
    public static TheoryData<string, string> GenerateSyncAnswers => Answers(nameof(GenerateSync));

    public static TheoryData<string, string> SubmitAnswers => Answers(nameof(Submit));

    public static TheoryData<string, string> GetStatusAnswers => Answers(nameof(GetStatus));

    public static TheoryData<string, string> GetResultAnswers => Answers(nameof(GetResult));

    public static TheoryData<string, string> GetV1ResultAnswers => Answers(nameof(GetV1Result));

    public static TheoryData<string, string> GetCreditsAnswers => Answers(nameof(GetCredits));

    [Theory]
    [MemberData(nameof(GenerateSyncAnswers))]
    public Task GenerateSync(string profile, string answer) => MatchesAsync(nameof(GenerateSync), profile, answer);

    [Theory]
    [MemberData(nameof(SubmitAnswers))]
    public Task Submit(string profile, string answer) => MatchesAsync(nameof(Submit), profile, answer);

    [Theory]
    [MemberData(nameof(GetStatusAnswers))]
    public Task GetStatus(string profile, string answer) => MatchesAsync(nameof(GetStatus), profile, answer);

    [Theory]
    [MemberData(nameof(GetResultAnswers))]
    public Task GetResult(string profile, string answer) => MatchesAsync(nameof(GetResult), profile, answer);

    [Theory]
    [MemberData(nameof(GetV1ResultAnswers))]
    public Task GetV1Result(string profile, string answer) => MatchesAsync(nameof(GetV1Result), profile, answer);

    [Theory]
    [MemberData(nameof(GetCreditsAnswers))]
    public Task GetCredits(string profile, string answer) => MatchesAsync(nameof(GetCredits), profile, answer);

    private static TheoryData<string, string> Answers(string operation)
    {
        var data = new TheoryData<string, string>();
        foreach (var profile in ContractFixture.Profiles)
        {
            foreach (var wanted in ContractSnapshots.Cases.Where(c => c.Answer is not null && c.MethodName == operation))
            {
                data.Add(profile.Name, wanted.Answer!);
            }
        }

        return data;
    }

    private Task MatchesAsync(string operation, string profile, string answer) =>
        Approved.MatchesAsync(contracts.Find(profile, $"{nameof(Contract)}.{operation}_profile={profile}_answer={answer}"));
}
