namespace PixverseHarness.Contract.Profiles;

/// <summary>When bad parameters are refused (section 4).</summary>
public enum ValidationTiming
{
    /// <summary>At submit, with 400.</summary>
    Early,

    /// <summary>After queueing: submit answers 200 and the job ends FAILED.</summary>
    Late,
}
