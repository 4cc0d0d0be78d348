namespace PixverseHarness.Contract.Profiles;

/// <summary>
/// A choice wherever sources disagree or nobody knows. Two named profiles bundle the choices, and every single
/// switch can be set by name through <see cref="ProfileSwitches"/>.
/// </summary>
public sealed record ApiProfile
{
    /// <summary>The API page and the vendor's documentation: the default.</summary>
    public static ApiProfile Documented { get; } = new() { Name = "documented" };

    /// <summary>What third parties saw on the live wire in August 2026, where that differs.</summary>
    public static ApiProfile Observed { get; } = new()
    {
        Name = "observed",
        CreditsStatus = 402,
        IdFormat = RequestIdFormat.Hex32,
        Validation = ValidationTiming.Late,
        FailedBodyHasRequestId = false,
    };

    /// <summary>Name of the profile, with <c>+switch=value</c> for each switch that was set on top.</summary>
    public required string Name { get; init; }

    /// <summary>Status of a v2 submit that the balance does not cover: 406 documented, 402 observed (section 15, contradiction 1). v1 answers 406 in both.</summary>
    public int CreditsStatus { get; init; } = 406;

    /// <summary>Form of request ids.</summary>
    public RequestIdFormat IdFormat { get; init; } = RequestIdFormat.Uuid;

    /// <summary>When bad parameters are refused.</summary>
    public ValidationTiming Validation { get; init; } = ValidationTiming.Early;

    /// <summary>How a rejected enum value is answered when validation is early.</summary>
    public RejectedValueStatus RejectedValue { get; init; } = RejectedValueStatus.BadRequest;

    /// <summary>From when the record's hour counts.</summary>
    public RetentionAnchor Retention { get; init; } = RetentionAnchor.Submission;

    /// <summary>Whether polls count against the rate limit; unknown, inferred not (section 9).</summary>
    public bool PollsCount { get; init; }

    /// <summary>Whether refused submits count against the rate limit; unknown (section 9).</summary>
    public bool RefusalsCount { get; init; }

    /// <summary>What the result call answers before the job has ended.</summary>
    public UnfinishedResult UnfinishedResult { get; init; } = UnfinishedResult.InProgress;

    /// <summary>Whether the body of a failed job repeats its id: an SDK test says yes, a live capture no (section 15, contradiction 15).</summary>
    public bool FailedBodyHasRequestId { get; init; } = true;

    /// <summary>Whether required parameters with a default may be left out.</summary>
    public OmittedParameters OmittedParameters { get; init; } = OmittedParameters.Reject;

    /// <summary>What happens to unknown members of the request body.</summary>
    public MemberHandling UnknownMembers { get; init; } = MemberHandling.Ignore;

    /// <summary>What happens to duplicate members of the request body.</summary>
    public MemberHandling DuplicateMembers { get; init; } = MemberHandling.Ignore;

    /// <summary>Whether integers may be sent as strings.</summary>
    public NumbersAsText NumbersAsText { get; init; } = NumbersAsText.Reject;

    /// <summary>Which numbers count as integers.</summary>
    public IntegerForms IntegerForms { get; init; } = IntegerForms.ByValue;

    /// <summary>Which seeds are allowed.</summary>
    public SeedRange SeedRange { get; init; } = SeedRange.Any;

    /// <summary>Most characters (code points) of prompt and negative prompt; null for no limit. Upstream has 2,048, Segmind's is unknown (section 4).</summary>
    public int? PromptLimit { get; init; }

    /// <summary>Which page's plan limits hold.</summary>
    public RateLimitSource RateLimits { get; init; } = RateLimitSource.Docs;

    /// <summary>The profile with this name, or null.</summary>
    public static ApiProfile? Find(string name) => name switch
    {
        "documented" => Documented,
        "observed" => Observed,
        _ => null,
    };
}
