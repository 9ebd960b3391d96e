package io.bedrockruntime.samples.guardedrest;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * REST endpoint for tickets.
 */
@RestController
class TicketController {

	private final TriageService service;

	TicketController(TriageService service) {
		this.service = service;
	}

	@PostMapping("/tickets/triage")
	Triage triage(@Valid @RequestBody Ticket ticket) {
		return this.service.triage(ticket);
	}

}
