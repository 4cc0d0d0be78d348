namespace PixverseHarness.Contract.Errors;

/// <summary>Where an error arises.</summary>
public enum ErrorStage
{
    /// <summary>The request itself is refused; no job comes of it.</summary>
    Request,

    /// <summary>A job was accepted and ends FAILED: 422 on status and result, another status on v1.</summary>
    Job,
}
