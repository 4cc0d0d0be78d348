namespace PixverseHarness.Payloads.Expectations;

/// <summary>What becomes of a payload that is posted.</summary>
public enum ExpectedAnswer
{
    /// <summary>It is accepted; nothing in it can make the job fail.</summary>
    Accepted,

    /// <summary>It is refused at once, and no job comes of it.</summary>
    Refused,

    /// <summary>It is accepted, and the job then ends FAILED; a v1 call answers an error.</summary>
    JobFails,
}
