namespace PixverseHarness.Client;

/// <summary>An answer came but cannot be used.</summary>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Detail">The value or member at fault; null if the problem says it all.</param>
/// <param name="ContentType">Media type of the answer; null if it named none.</param>
public sealed record UnreadableAnswer(AnswerProblem Problem, string? Detail, string? ContentType) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.UnreadableAnswer;

    /// <inheritdoc/>
    public override string Name => Text.SnakeCase(Problem);

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => true;

    private protected override string Describe() =>
        $"The answer cannot be used: {Name.Replace('_', ' ')}{(Detail is null ? "" : $" '{Detail}'")} (content type {ContentType ?? "not given"})";
}
