package io.bedrockruntime.emulator.internal.journal;

import java.time.Duration;
import java.util.List;

import io.bedrockruntime.emulator.record.Cancellation;
import io.bedrockruntime.emulator.record.RecordedRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JournalTests {

	private final Journal journal = new Journal();

	@Test
	void whenVeryManyRequestsComeThenTheLastAreKeptAndAllAreCounted() {
		for (int i = 0; i < 1_500; i++) {
			this.journal.add(request("/" + i, 0));
		}
		assertThat(this.journal.requests()).hasSize(1_000).last().returns("/1499", RecordedRequest::rawPath);
		assertThat(this.journal.awaitRequests(1_500, Duration.ZERO)).hasSize(1_000);
	}

	@Test
	void whenRequestsAreLargeThenFewerAreKept() {
		for (int i = 0; i < 5; i++) {
			this.journal.add(request("/" + i, 30 * 1024 * 1024));
		}
		assertThat(this.journal.requests()).extracting(RecordedRequest::rawPath).containsExactly("/3", "/4");
	}

	@Test
	void whenClearedThenTheCancellationOfAnEarlierRequestIsNotCounted() {
		int before = this.journal.add(request("/before", 0));
		this.journal.clear();
		int after = this.journal.add(request("/after", 0));
		this.journal.add(new Cancellation("/before", "1", 0, 1), before);
		this.journal.add(new Cancellation("/after", "2", 0, 1), after);
		assertThat(this.journal.awaitCancellations(1, Duration.ZERO)).extracting(Cancellation::rawPath)
			.containsExactly("/after");
		assertThatIllegalStateException().isThrownBy(() -> this.journal.awaitCancellations(2, Duration.ZERO));
	}

	private static RecordedRequest request(String path, int bytes) {
		return new RecordedRequest("POST", path, null, List.of(), new byte[bytes], new EventBuffer());
	}

}
