using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Profiles;

/// <summary>Every switch of a profile, by name.</summary>
public static class ProfileSwitches
{
    /// <summary>The closed list of switches.</summary>
    public static ImmutableArray<ProfileSwitch> All { get; } =
    [
        new("credits", ["406", "402"], "Status of a v2 submit that the balance does not cover.",
            Evidence.Documented("406 by the API page, 402 seen live", "15.1"),
            (p, v) => p with { CreditsStatus = int.Parse(v, CultureInfo.InvariantCulture) },
            p => p.CreditsStatus.ToString(CultureInfo.InvariantCulture)),
        Choice("id-format", "Form of request ids.", Evidence.Documented("UUID in the docs, 32 hex live", "15.5"),
            p => p.IdFormat, (p, v) => p with { IdFormat = v }),
        Choice("validation", "Whether bad parameters are refused at submit or fail the job.",
            Evidence.Documented("400 by the API page, late failure seen live", "15.4"),
            p => p.Validation, (p, v) => p with { Validation = v }),
        Choice("rejected-value", "Whether a rejected enum value is 400 or 406 when validation is early.",
            Evidence.SecondHand("error pages disagree", "15.2"),
            p => p.RejectedValue, (p, v) => p with { RejectedValue = v }),
        Choice("retention", "From when the hour of retention counts.", Evidence.Documented("async guide says submission", "15.6"),
            p => p.Retention, (p, v) => p with { Retention = v }),
        Flag("polls-count", "Whether polls count against the rate limit.", "9",
            p => p.PollsCount, (p, v) => p with { PollsCount = v }),
        Flag("refusals-count", "Whether refused submits count against the rate limit.", "9",
            p => p.RefusalsCount, (p, v) => p with { RefusalsCount = v }),
        Choice("unfinished-result", "What the result call answers before the job has ended.",
            Evidence.Unknown("200 with the status body inferred from one client", "6"),
            p => p.UnfinishedResult, (p, v) => p with { UnfinishedResult = v }),
        Flag("failed-body-id", "Whether the body of a failed job repeats its id.", "15.15",
            p => p.FailedBodyHasRequestId, (p, v) => p with { FailedBodyHasRequestId = v }),
        Choice("omitted", "Whether required parameters with a default may be left out.",
            Evidence.Unknown("required by the API page, which also shows defaults", "4"),
            p => p.OmittedParameters, (p, v) => p with { OmittedParameters = v }),
        Choice("unknown-members", "What happens to unknown members of the request.", Evidence.Unknown("ignored", "15"),
            p => p.UnknownMembers, (p, v) => p with { UnknownMembers = v }),
        Choice("duplicate-members", "What happens to duplicate members of the request.", Evidence.Unknown("the last counts", "15"),
            p => p.DuplicateMembers, (p, v) => p with { DuplicateMembers = v }),
        Choice("numbers-as-text", "Whether integers may be sent as strings.", Evidence.Unknown("refused", "15"),
            p => p.NumbersAsText, (p, v) => p with { NumbersAsText = v }),
        Choice("integer-forms", "Whether 5.0 and 5e0 count as integers.", Evidence.Unknown("by value", "15"),
            p => p.IntegerForms, (p, v) => p with { IntegerForms = v }),
        Choice("seed-range", "Which seeds are allowed.", Evidence.Unknown("any; upstream has a range", "4"),
            p => p.SeedRange, (p, v) => p with { SeedRange = v }),
        new("prompt-limit", ["none", "2048"], "Most characters of prompt and negative prompt.",
            Evidence.Unknown("none; upstream has 2048", "4"),
            (p, v) => p with { PromptLimit = v == "none" ? null : int.Parse(v, CultureInfo.InvariantCulture) },
            p => p.PromptLimit is { } limit ? limit.ToString(CultureInfo.InvariantCulture) : "none"),
        Choice("rate-limits", "Which page's plan limits hold.", Evidence.Documented("two pages disagree", "15.7"),
            p => p.RateLimits, (p, v) => p with { RateLimits = v }),
    ];

    /// <summary>The switch with this name, or null.</summary>
    public static ProfileSwitch? Find(string name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    private static ProfileSwitch Choice<T>(
        string name, string summary, Evidence evidence, Func<ApiProfile, T> get, Func<ApiProfile, T, ApiProfile> set)
        where T : struct, Enum
    {
        var first = get(ApiProfile.Documented);
        var values = Enum.GetValues<T>().OrderByDescending(v => EqualityComparer<T>.Default.Equals(v, first)).ToDictionary(Kebab, v => v);
        return new ProfileSwitch(name, [.. values.Keys], summary, evidence, (p, v) => set(p, values[v]), p => Kebab(get(p)));
    }

    private static ProfileSwitch Flag(
        string name, string summary, string section, Func<ApiProfile, bool> get, Func<ApiProfile, bool, ApiProfile> set)
    {
        var first = get(ApiProfile.Documented);
        return new ProfileSwitch(
            name, first ? ["yes", "no"] : ["no", "yes"], summary, Evidence.Unknown(first ? "yes" : "no", section),
            (p, v) => set(p, v == "yes"), p => get(p) ? "yes" : "no");
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
