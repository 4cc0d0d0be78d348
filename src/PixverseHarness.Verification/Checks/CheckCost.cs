namespace PixverseHarness.Verification.Checks;

/// <summary>What a check may cost on a target that bills.</summary>
public enum CheckCost
{
    /// <summary>Creates no job: refused requests, unknown ids, the credits call.</summary>
    Free,

    /// <summary>Creates jobs that are expected to fail, or sends bodies that are expected to be refused; billed only if the target is wrong.</summary>
    ExpectedToFail,

    /// <summary>Creates jobs that complete and are billed.</summary>
    Paid,
}
