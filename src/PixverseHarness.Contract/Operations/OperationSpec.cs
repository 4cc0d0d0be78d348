using PixverseHarness.Contract.Clauses;

namespace PixverseHarness.Contract.Operations;

/// <summary>One operation of the API on paper.</summary>
/// <param name="Operation">Which operation.</param>
/// <param name="Name">Its short name in scenario files and reports, in kebab case.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="PathTemplate">The path; <c>{id}</c> stands for a request id.</param>
/// <param name="SuccessContentType">Media type of a 200 answer.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Evidence">Where the operation is known from.</param>
public sealed record OperationSpec(
    ApiOperation Operation,
    string Name,
    string Method,
    string PathTemplate,
    string SuccessContentType,
    string Summary,
    Evidence Evidence)
{
    /// <summary>Status of a successful answer: 200 for every operation; 201 and 202 appear in no source (section 3).</summary>
    public const int SuccessStatus = 200;

    /// <summary>Whether the operation creates a job that may be billed.</summary>
    public bool CreatesJob => Operation is ApiOperation.GenerateSync or ApiOperation.Submit;

    /// <summary>Whether the operation reads a job by its id.</summary>
    public bool ReadsJob => Operation is ApiOperation.GetStatus or ApiOperation.GetResult or ApiOperation.GetV1Result;

    /// <summary>The path of this operation for one request id; the id is escaped.</summary>
    public string PathFor(string requestId) => PathTemplate.Replace("{id}", Uri.EscapeDataString(requestId), StringComparison.Ordinal);
}
