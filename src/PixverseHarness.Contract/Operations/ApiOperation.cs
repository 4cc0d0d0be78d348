namespace PixverseHarness.Contract.Operations;

/// <summary>What a client can ask of the API. E1 to E6 of the facts sheet, section 3.</summary>
public enum ApiOperation
{
    /// <summary>E1, <c>POST /v1/pixverse-text2video</c>: one call that blocks until the video is there.</summary>
    GenerateSync,

    /// <summary>E2, <c>POST /v2/pixverse-text2video</c>: accepts a job and answers at once.</summary>
    Submit,

    /// <summary>E3, <c>GET /v2/requests/{id}/status</c>: state and metrics, no output.</summary>
    GetStatus,

    /// <summary>E4, <c>GET /v2/requests/{id}</c>: the full result.</summary>
    GetResult,

    /// <summary>E5, <c>GET /v1/requests/{id}</c>: the <c>poll_url</c> of a submit answer.</summary>
    GetV1Result,

    /// <summary>E6, <c>GET /v1/get-user-credits</c>: the balance of the key.</summary>
    GetCredits,
}
