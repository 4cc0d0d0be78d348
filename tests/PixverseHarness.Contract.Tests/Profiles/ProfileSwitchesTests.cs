using System.Reflection;
using CsCheck;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Tests.Profiles;

public sealed class ProfileSwitchesTests
{
    private static readonly PropertyInfo[] Choices =
    [
        .. typeof(ApiProfile).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name != nameof(ApiProfile.Name)),
    ];

    /// <summary>Every switch value and the property that it must set, typed by hand.</summary>
    public static TheoryData<string, string, string, object?> Table => new()
    {
        { "credits", "406", nameof(ApiProfile.CreditsStatus), 406 },
        { "credits", "402", nameof(ApiProfile.CreditsStatus), 402 },
        { "id-format", "uuid", nameof(ApiProfile.IdFormat), RequestIdFormat.Uuid },
        { "id-format", "hex32", nameof(ApiProfile.IdFormat), RequestIdFormat.Hex32 },
        { "validation", "early", nameof(ApiProfile.Validation), ValidationTiming.Early },
        { "validation", "late", nameof(ApiProfile.Validation), ValidationTiming.Late },
        { "rejected-value", "bad-request", nameof(ApiProfile.RejectedValue), RejectedValueStatus.BadRequest },
        { "rejected-value", "not-acceptable", nameof(ApiProfile.RejectedValue), RejectedValueStatus.NotAcceptable },
        { "retention", "submission", nameof(ApiProfile.Retention), RetentionAnchor.Submission },
        { "retention", "completion", nameof(ApiProfile.Retention), RetentionAnchor.Completion },
        { "polls-count", "no", nameof(ApiProfile.PollsCount), false },
        { "polls-count", "yes", nameof(ApiProfile.PollsCount), true },
        { "refusals-count", "no", nameof(ApiProfile.RefusalsCount), false },
        { "refusals-count", "yes", nameof(ApiProfile.RefusalsCount), true },
        { "unfinished-result", "in-progress", nameof(ApiProfile.UnfinishedResult), UnfinishedResult.InProgress },
        { "unfinished-result", "not-found", nameof(ApiProfile.UnfinishedResult), UnfinishedResult.NotFound },
        { "failed-body-id", "yes", nameof(ApiProfile.FailedBodyHasRequestId), true },
        { "failed-body-id", "no", nameof(ApiProfile.FailedBodyHasRequestId), false },
        { "omitted", "reject", nameof(ApiProfile.OmittedParameters), OmittedParameters.Reject },
        { "omitted", "default", nameof(ApiProfile.OmittedParameters), OmittedParameters.Default },
        { "unknown-members", "ignore", nameof(ApiProfile.UnknownMembers), MemberHandling.Ignore },
        { "unknown-members", "reject", nameof(ApiProfile.UnknownMembers), MemberHandling.Reject },
        { "duplicate-members", "ignore", nameof(ApiProfile.DuplicateMembers), MemberHandling.Ignore },
        { "duplicate-members", "reject", nameof(ApiProfile.DuplicateMembers), MemberHandling.Reject },
        { "numbers-as-text", "reject", nameof(ApiProfile.NumbersAsText), NumbersAsText.Reject },
        { "numbers-as-text", "accept", nameof(ApiProfile.NumbersAsText), NumbersAsText.Accept },
        { "integer-forms", "by-value", nameof(ApiProfile.IntegerForms), IntegerForms.ByValue },
        { "integer-forms", "literal", nameof(ApiProfile.IntegerForms), IntegerForms.Literal },
        { "seed-range", "any", nameof(ApiProfile.SeedRange), SeedRange.Any },
        { "seed-range", "upstream", nameof(ApiProfile.SeedRange), SeedRange.Upstream },
        { "prompt-limit", "none", nameof(ApiProfile.PromptLimit), null },
        { "prompt-limit", "2048", nameof(ApiProfile.PromptLimit), 2048 },
        { "rate-limits", "docs", nameof(ApiProfile.RateLimits), RateLimitSource.Docs },
        { "rate-limits", "pricing", nameof(ApiProfile.RateLimits), RateLimitSource.Pricing },
    };

    public static TheoryData<string> Names { get; } = [.. ProfileSwitches.All.Select(s => s.Name)];

    private static Gen<(ProfileSwitch Switch, string Value)> AnySetting { get; } =
        Gen.Const(ProfileSwitches.All).SelectMany(all => Gen.Int[0, all.Length - 1].SelectMany(i =>
            Gen.Int[0, all[i].Values.Length - 1].Select(j => (all[i], all[i].Values[j]))));

    [Theory]
    [MemberData(nameof(Table))]
    public void Apply_EveryValue_SetsItsPropertyAndNoOther(string name, string value, string property, object? expected)
    {
        var choice = ProfileSwitches.Find(name)!;

        foreach (var before in new[] { ApiProfile.Documented, ApiProfile.Observed })
        {
            var after = choice.Apply(before, value);

            Assert.Equal(value, choice.Get(after));
            Assert.Equal(expected, typeof(ApiProfile).GetProperty(property)!.GetValue(after));
            Assert.All(Choices.Where(p => p.Name != property), p => Assert.Equal(p.GetValue(before), p.GetValue(after)));
            Assert.Equal(after == before ? before.Name : $"{before.Name}+{name}={value}", after.Name);
        }
    }

    [Fact]
    public void All_SwitchesAndValues_AreThoseOfTheTableAndCoverEveryProperty()
    {
        Assert.Equal(Table.Select(row => $"{row[0]}={row[1]}"), ProfileSwitches.All.SelectMany(s => s.Values.Select(v => $"{s.Name}={v}")));
        Assert.Equal(Choices.Select(p => p.Name).Order(), Table.Select(row => (string)row[2]).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_First_IsTheDocumentedOne(string name)
    {
        var choice = ProfileSwitches.Find(name)!;

        Assert.Equal(choice.Values[0], choice.Get(ApiProfile.Documented));
        Assert.Same(ApiProfile.Documented, choice.Apply(ApiProfile.Documented, choice.Values[0]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Apply_OtherValue_IsRefusedWithWhatIsAllowed(string name)
    {
        var choice = ProfileSwitches.Find(name)!;

        foreach (var value in new[] { "", "maybe", choice.Values[0].ToUpperInvariant() + " " })
        {
            var refusal = Assert.Throws<ArgumentException>(() => choice.Apply(ApiProfile.Documented, value));

            Assert.Contains($"'{value}'", refusal.Message, StringComparison.Ordinal);
            Assert.All(choice.Values, v => Assert.Contains(v, refusal.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Apply_AnySequence_LeavesEachSwitchAtItsLastValue() =>
        AnySetting.Array[0, 12].Sample(settings =>
        {
            var profile = settings.Aggregate(ApiProfile.Documented, (p, s) => s.Switch.Apply(p, s.Value));

            foreach (var choice in ProfileSwitches.All)
            {
                var last = settings.LastOrDefault(s => s.Switch == choice).Value ?? choice.Values[0];
                Assert.Equal(last, choice.Get(profile));
            }
        });

    [Theory]
    [InlineData("Credits")]
    [InlineData("")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(ProfileSwitches.Find(name));
}
