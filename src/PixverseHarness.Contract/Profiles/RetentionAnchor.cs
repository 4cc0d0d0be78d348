namespace PixverseHarness.Contract.Profiles;

/// <summary>From which instant the hour of retention counts (section 15, contradiction 6).</summary>
public enum RetentionAnchor
{
    /// <summary>From the submit.</summary>
    Submission,

    /// <summary>From the end of the job.</summary>
    Completion,
}
