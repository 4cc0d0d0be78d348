using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Payloads.Expectations;

/// <summary>A cause that an error answer may have, with the status that it then has on the wire.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Status">The HTTP status: of the post when it is refused, of the status and result calls when the job fails.</param>
public readonly record struct AllowedCause(ErrorCause Cause, int Status);
