using PixverseHarness.Results.Recording;

namespace PixverseHarness.Results.Tests.Recording;

public sealed class SeriesRecorderTests
{
    [Fact]
    public void ChangeInFlight_AcrossBuckets_IsIntegratedExactly()
    {
        var series = new SeriesRecorder(TimeSpan.FromSeconds(10));
        series.ChangeInFlight(TimeSpan.FromSeconds(0.5), +2);
        series.ChangeInFlight(TimeSpan.FromSeconds(2.25), -2);

        var document = series.ToDocument(TimeSpan.FromSeconds(3));

        Assert.Equal<long>([1_000_000, 2_000_000, 500_000, 0], document.JobMicroseconds);
        Assert.Equal<long>([2, 2, 2, 0], document.InFlightMaximum);
    }

    [Fact]
    public void ChangeInFlight_InAnotherOrder_IsIntegratedTheSame()
    {
        (double Second, int By)[] changes = [(0.1, +1), (0.3, +1), (1.2, -1), (1.4, +1), (3.7, -1), (3.9, -1)];
        SeriesRecorder late = new(TimeSpan.FromSeconds(10)), ordered = new(TimeSpan.FromSeconds(10));
        foreach (var (second, by) in changes)
        {
            ordered.ChangeInFlight(TimeSpan.FromSeconds(second), by);
        }

        foreach (var index in (int[])[0, 1, 3, 5, 2, 4])
        {
            late.ChangeInFlight(TimeSpan.FromSeconds(changes[index].Second), changes[index].By);
        }

        var end = TimeSpan.FromSeconds(5);
        Assert.Equal<long>(ordered.ToDocument(end).JobMicroseconds, late.ToDocument(end).JobMicroseconds);
    }

    [Fact]
    public void ToDocument_RunLongerThanPlanned_KeepsEverythingInAsManyBuckets()
    {
        var series = new SeriesRecorder(TimeSpan.FromSeconds(1));
        for (var second = 0; second < 5000; second++)
        {
            series.ChangeInFlight(TimeSpan.FromSeconds(second), second == 0 ? 1 : 0);
        }

        var document = series.ToDocument(TimeSpan.FromSeconds(5000));

        Assert.InRange(document.JobMicroseconds.Length, 2, SeriesRecorder.Buckets);
        Assert.Equal(5_000_000_000, document.JobMicroseconds.Sum());
        Assert.Equal(32_000_000, document.BucketUs);
    }
}
