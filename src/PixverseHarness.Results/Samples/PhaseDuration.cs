namespace PixverseHarness.Results.Samples;

/// <summary>One duration of one job: between two bounds, or longer than one.</summary>
/// <param name="Phase">The phase that it belongs to.</param>
/// <param name="Source">On whose word.</param>
/// <param name="Low">The least that it can be.</param>
/// <param name="High">The most that it can be; null if the job outlived our watching.</param>
internal readonly record struct PhaseDuration(JobPhase Phase, MeasureSource Source, TimeSpan Low, TimeSpan? High)
{
    public bool IsCensored => High is null;

    public bool IsExact => High == Low;
}
